/** What was highlighted in a clip, to take as quotes: the words, and the note as the comment on them. */
import type { Annotation } from '../../lib/model/annotation';
import { t, tn } from '../../lib/state/i18n';
import { type BlockOf, isQuoteOf, quoteHighlights, unquoteHighlight } from '../../lib/state/post-edits';
import { Button } from '../ui/button';
import { Checkbox } from '../ui/toggle';
import { useDesk } from './desk';
import styles from './highlight-quotes.module.css';

export function HighlightQuotes({ block }: { block: BlockOf<'clip'> }) {
  const { composer } = useDesk();
  const { clips, bodies, highlights } = composer.materials.value;
  const all = (highlights.get(block.clipId) ?? []).filter(({ target }) => target.kind === 'text');
  if (all.length === 0) return null;
  const text = bodies.get(block.clipId)?.text ?? '';
  const isQuoted = (one: Annotation) => block.use === 'quotes' && block.quotes.some((quote) => isQuoteOf(quote, one));
  const left = all.filter((one) => !isQuoted(one));
  const take = (some: readonly Annotation[]) => composer.edit((post) => quoteHighlights(post, block.id, some, text));
  return (
    <fieldset class={styles.highlights}>
      <legend class={styles.head}>{tn('compose_highlights', all.length)}</legend>
      <ul class={styles.list}>
        {all.map((one) => (
          <li key={one.id} class={styles.item} style={{ '--mark': `var(--mark-${one.colour})` }}>
            <Checkbox
              label={wordsOf(one)}
              labelLang={clips.get(block.clipId)?.language ?? undefined}
              hint={one.note}
              checked={isQuoted(one)}
              onChange={(quoted) =>
                quoted ? take([one]) : composer.edit((post) => unquoteHighlight(post, block.id, one))
              }
            />
          </li>
        ))}
      </ul>
      {left.length > 1 && (
        <div>
          <Button small icon="quote" onClick={() => take(left)}>
            {t('compose_highlights_take_all')}
          </Button>
        </div>
      )}
    </fieldset>
  );
}

function wordsOf({ target }: Annotation): string {
  return target.kind === 'text' ? target.quote.exact : '';
}
