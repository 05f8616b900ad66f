/** Two versions of a post side by side, part by part, with the words that differ marked; one of each is chosen. */
import { t } from '../../lib/state/i18n';
import { type Choices, choose, compareWords, type PostChange, type ReceivedPost } from '../../lib/state/open-bundle';
import { classes } from '../ui/classes';
import { Segmented } from '../ui/segmented';
import styles from './bundle-dialog.module.css';
import { changedByWords, changeWords } from './bundle-words';

type PartsProps = { received: ReceivedPost; choices: Choices; busy: boolean };

export function BundleParts({ received, choices, busy }: PartsProps) {
  return (
    <ol class={styles.parts}>
      {received.changes.map((change) => (
        <Part
          key={change.key}
          change={change}
          received={received}
          chosen={choices.get(change.key) ?? ''}
          disabled={busy}
        />
      ))}
    </ol>
  );
}

type PartProps = { change: PostChange; received: ReceivedPost; chosen: 'mine' | 'theirs' | ''; disabled: boolean };

function Part({ change, received, chosen, disabled }: PartProps) {
  const { name, mine, theirs } = changeWords(change, received);
  const { language } = received.theirs;
  const pieces = compareWords(mine ?? '', theirs ?? '', language);
  const of = (side: 'mine' | 'theirs') => pieces.filter((piece) => piece.in === 'both' || piece.in === side);
  return (
    <li class={styles.part} data-by={change.by} data-key={change.key}>
      <div class={styles.partHead}>
        <h4 class={styles.partName}>{name}</h4>
        <span class={styles.by}>{changedByWords(change)}</span>
        <Segmented
          hideLabel
          label={t('bundle_choice', name)}
          value={chosen}
          disabled={disabled}
          options={[
            { value: 'mine', label: t('bundle_mine') },
            { value: 'theirs', label: t('bundle_theirs') },
          ]}
          onChange={(side) => side && choose(change.key, side)}
        />
      </div>
      <div class={styles.sides}>
        {(['mine', 'theirs'] as const).map((side) => (
          <section
            key={side}
            class={classes(styles.side, chosen !== '' && chosen !== side && styles.passed)}
            aria-label={`${name}: ${t(side === 'mine' ? 'bundle_mine' : 'bundle_theirs')}`}
          >
            <p class={styles.sideName} aria-hidden="true">
              {t(side === 'mine' ? 'bundle_mine' : 'bundle_theirs')}
            </p>
            <Words text={side === 'mine' ? mine : theirs} pieces={of(side)} language={language} />
          </section>
        ))}
      </div>
    </li>
  );
}

type WordsProps = { text: string | null; pieces: ReturnType<typeof compareWords>; language: string };

function Words({ text, pieces, language }: WordsProps) {
  if (!text) return <p class={styles.nothing}>{t(text === null ? 'bundle_part_absent' : 'bundle_part_empty')}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <div class={styles.words} lang={language} tabIndex={0}>
      {pieces.map((piece, nth) => (piece.in === 'both' ? piece.text : <mark key={nth}>{piece.text}</mark>))}
    </div>
  );
}
