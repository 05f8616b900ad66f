/** Segments, tabs and chips of the interface kit. */
import { useState } from 'preact/hooks';
import { Chip } from '../../components/ui/chip';
import { Segmented } from '../../components/ui/segmented';
import { Tabs } from '../../components/ui/tabs';

const ignore = () => undefined;
const statuses = [
  { value: 'inbox', label: 'Inbox' },
  { value: 'kept', label: 'Kept' },
] as const;
const tabs = [
  { id: 'page', label: 'Page' },
  { id: 'text', label: 'Text' },
] as const;

export function Choices() {
  const [tab, setTab] = useState<'page' | 'text'>('page');
  const [status, setStatus] = useState<'inbox' | 'kept'>('inbox');
  return (
    <section>
      <h2>Choices</h2>
      <Segmented label="Status" value={status} onChange={setStatus} options={statuses} />
      <Tabs label="Parts" selected={tab} onSelect={setTab} tabs={tabs}>
        <p>{tab}</p>
      </Tabs>
      <div class="row">
        <Chip>leather</Chip>
        <Chip onRemove={ignore}>EV</Chip>
        <Chip onClick={ignore} pressed count="12">
          BAIC
        </Chip>
        <Chip onClick={ignore} suggested icon="plus">
          suppliers
        </Chip>
      </div>
    </section>
  );
}
