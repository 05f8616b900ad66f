/** The interface kit, piece by piece. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Button, IconButton } from '../../components/ui/button';
import { Chip } from '../../components/ui/chip';
import { EmptyState } from '../../components/ui/empty-state';
import { Menu } from '../../components/ui/menu';
import { Progress } from '../../components/ui/progress';
import { Segmented } from '../../components/ui/segmented';
import { Spinner } from '../../components/ui/spinner';
import { Tabs } from '../../components/ui/tabs';
import { Toasts } from '../../components/ui/toasts';
import { Fields } from './kit-fields';
import { Overlays } from './kit-overlays';

export function Part({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <section>
      <h2>{name}</h2>
      {children}
    </section>
  );
}

const ignore = () => undefined;

export function Kit() {
  const [tab, setTab] = useState<'page' | 'text'>('page');
  return (
    <main class="kit">
      <Part name="Buttons">
        {(['primary', 'plain', 'quiet', 'danger'] as const).map((variant) => (
          <div class="row" key={variant}>
            <Button variant={variant}>Publish</Button>
            <Button variant={variant} icon="download" small>
              Small
            </Button>
            <Button variant={variant} disabled>
              Disabled
            </Button>
            <Button variant={variant} busy>
              Busy
            </Button>
          </div>
        ))}
        <div class="row">
          <IconButton icon="star" label="Star" pressed={false} />
          <IconButton icon="star" label="Starred" pressed />
          <IconButton icon="trash-2" label="Delete" variant="danger" />
          <Menu label="More" items={[{ label: 'Copy link', icon: 'link', onSelect: ignore }]} />
          <Menu label="Export" showLabel items={[{ label: 'Web page', onSelect: ignore }]} />
        </div>
      </Part>
      <Fields />
      <Part name="Choices">
        <Segmented
          label="Status"
          value="a"
          onChange={ignore}
          options={[
            { value: 'a', label: 'Inbox' },
            { value: 'b', label: 'Kept' },
          ]}
        />
        <Tabs
          label="Parts"
          selected={tab}
          onSelect={setTab}
          tabs={[
            { id: 'page', label: 'Page' },
            { id: 'text', label: 'Text' },
          ]}
        >
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
      </Part>
      <Part name="States">
        <EmptyState
          icon="inbox"
          title="The inbox is empty"
          actions={<Button variant="primary">Open an article</Button>}
        >
          <p>Clip a page and it appears here.</p>
        </EmptyState>
        <Spinner label="Reading" />
        <Progress label="Exporting" value={0.4} />
      </Part>
      <Overlays />
      <Toasts />
    </main>
  );
}
