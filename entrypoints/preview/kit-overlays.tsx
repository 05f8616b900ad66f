/** What lies above the page: dialog and notices. */
import { useState } from 'preact/hooks';
import { Button } from '../../components/ui/button';
import { Dialog } from '../../components/ui/dialog';
import { showToast } from '../../lib/state/toasts';

export function Overlays() {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <section>
      <h2>Overlays</h2>
      <div class="row">
        <Button onClick={() => setOpen(true)}>Dialog</Button>
        <Button onClick={() => showToast({ text: '3 clips deleted', undo: close })}>Notice</Button>
        <Button onClick={() => showToast({ text: 'There is no space left.', tone: 'problem' })}>Problem</Button>
      </div>
      <Dialog
        open={open}
        title="Delete for good?"
        onClose={close}
        actions={
          <>
            <Button onClick={close}>Cancel</Button>
            <Button variant="danger" onClick={close}>
              Delete
            </Button>
          </>
        }
      >
        <p>3 clips and their images are deleted and cannot be brought back.</p>
      </Dialog>
    </section>
  );
}
