/** Buttons and menus of the interface kit. */
import { Button, IconButton } from '../../components/ui/button';
import { Menu } from '../../components/ui/menu';

const ignore = () => undefined;

export function Buttons() {
  return (
    <section>
      <h2>Buttons</h2>
      {(['primary', 'plain', 'quiet', 'danger', 'link'] as const).map((variant) => (
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
    </section>
  );
}
