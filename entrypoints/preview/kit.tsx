/** The interface kit, piece by piece. */

import { Button } from '../../components/ui/button';
import { EmptyState } from '../../components/ui/empty-state';
import { Progress } from '../../components/ui/progress';
import { Spinner } from '../../components/ui/spinner';
import { Toasts } from '../../components/ui/toasts';
import { Buttons } from './kit-buttons';
import { Choices } from './kit-choices';
import { Fields } from './kit-fields';
import { Overlays } from './kit-overlays';

export function Kit() {
  return (
    <main class="kit">
      <Buttons />
      <Fields />
      <Choices />
      <section>
        <h2>States</h2>
        <EmptyState
          icon="inbox"
          title="The inbox is empty"
          actions={<Button variant="primary">Open an article</Button>}
        >
          <p>Clip a page and it appears here.</p>
        </EmptyState>
        <Spinner label="Reading" />
        <Progress label="Exporting" value={0.4} />
      </section>
      <Overlays />
      <Toasts />
    </main>
  );
}
