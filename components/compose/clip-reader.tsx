/** A clip's text to read, and to quote from: by selecting words, by sentence or by paragraph. */
import { useSignal } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../lib/state/i18n';
import { addQuote, type BlockOf, changeBlock, quoteCandidates } from '../../lib/state/post-edits';
import { Button } from '../ui/button';
import { classes } from '../ui/classes';
import { Icon } from '../ui/icon';
import { Segmented } from '../ui/segmented';
import styles from './clip-reader.module.css';
import { useDesk } from './desk';
import { ShareMeter } from './share-meter';

type Unit = 'sentence' | 'paragraph';

export function ClipReader({ block }: { block: BlockOf<'clip'> }) {
  const { composer, read } = useDesk();
  const [unit, setUnit] = useState<Unit>('sentence');
  const clip = composer.materials.value.clips.get(block.clipId);
  const text = composer.materials.value.bodies.get(block.clipId)?.text ?? '';
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => back.current?.focus({ preventScroll: true }), []);
  return (
    <div class={styles.reader}>
      <div class={styles.top}>
        <Button small variant="quiet" icon="arrow-left" buttonRef={back} onClick={() => read(null)}>
          {t('compose_back_to_parts')}
        </Button>
        <Segmented
          label={t('compose_granularity')}
          hideLabel
          value={unit}
          options={[
            { value: 'sentence', label: t('compose_by_sentence') },
            { value: 'paragraph', label: t('compose_by_paragraph') },
          ]}
          onChange={setUnit}
        />
        <ShareMeter clipId={block.clipId} />
      </div>
      {clip && (
        <h2 class={styles.title} lang={clip.language ?? undefined}>
          {clip.title}
        </h2>
      )}
      {text ? (
        <Passages block={block} text={text} unit={unit} language={clip?.language ?? null} />
      ) : (
        <p>{t('compose_no_text')}</p>
      )}
    </div>
  );
}

type PassagesProps = { block: BlockOf<'clip'>; text: string; unit: Unit; language: string | null };

function Passages({ block, text, unit, language }: PassagesProps) {
  const { composer } = useDesk();
  const words = useRef<HTMLDivElement>(null);
  const selected = useSelectedText(words);
  const quoted = (passage: string) => block.quotes.some((quote) => quote.text.includes(passage));
  const toggle = (passage: string) => {
    if (!quoted(passage)) return composer.edit((post) => addQuote(post, block.id, passage, text));
    composer.edit((post) =>
      changeBlock(post, block.id, 'clip', (one) => ({
        ...one,
        quotes: one.quotes.filter((quote) => !quote.text.includes(passage)),
      })),
    );
  };
  return (
    <>
      <div ref={words} class={styles.text} lang={language ?? undefined}>
        {quoteCandidates(text).map(({ paragraph, sentences }, index) => (
          <p key={index} class={styles.paragraph}>
            {(unit === 'paragraph' ? [paragraph] : sentences).map((passage, place) => (
              <Passage key={place} text={passage} quoted={quoted(passage)} onToggle={() => toggle(passage)} />
            ))}
          </p>
        ))}
      </div>
      {selected.value && (
        <div class={styles.bar}>
          <Button
            variant="primary"
            icon="quote"
            onClick={() => {
              const passage = selected.value;
              getSelection()?.removeAllRanges();
              composer.edit((post) => addQuote(post, block.id, passage, text));
            }}
          >
            {t('compose_quote_this')}
          </Button>
        </div>
      )}
    </>
  );
}

/** A passage that a press quotes, or takes back. A press that ends a selection of words does neither. */
function Passage({ text, quoted, onToggle }: { text: string; quoted: boolean; onToggle: () => void }) {
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a <button> cannot break across lines nor be selected from */}
      <span
        role="button"
        tabIndex={0}
        aria-pressed={quoted}
        class={classes(styles.passage, quoted && styles.quoted)}
        onClick={() => {
          if (getSelection()?.isCollapsed !== false) onToggle();
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== ' ') return;
          event.preventDefault();
          onToggle();
        }}
      >
        {quoted && <Icon name="quote" />}
        {text}
      </span>{' '}
    </>
  );
}

/** The words selected within an element, as they are selected; empty when none are. */
function useSelectedText(within: { current: HTMLElement | null }) {
  const selected = useSignal('');
  useEffect(() => {
    const follow = () => {
      const selection = getSelection();
      const inside =
        selection &&
        !selection.isCollapsed &&
        within.current?.contains(selection.anchorNode) === true &&
        within.current.contains(selection.focusNode);
      selected.value = inside ? selection.toString().replace(/\s+/gu, ' ').trim() : '';
    };
    document.addEventListener('selectionchange', follow);
    return () => document.removeEventListener('selectionchange', follow);
  }, [selected, within]);
  return selected;
}
