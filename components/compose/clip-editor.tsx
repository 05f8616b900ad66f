/** How a clip's text is used in the post: an excerpt, quotes with one's own words, or all of it. */
import type { BlockId } from '../../lib/model/ids';
import type { ClipUse, Quote } from '../../lib/model/post';
import { t } from '../../lib/state/i18n';
import { type BlockOf, changeBlock, excerptOf, moveItem, putBack } from '../../lib/state/post-edits';
import { showToast } from '../../lib/state/toasts';
import { Button, IconButton } from '../ui/button';
import { Segmented } from '../ui/segmented';
import { TextArea } from '../ui/text-area';
import styles from './clip-editor.module.css';
import { useDesk } from './desk';
import { HighlightQuotes } from './highlight-quotes';
import { ShareMeter } from './share-meter';
import { SortableList } from './sortable-list';
import { TextImages } from './text-images';

export function ClipEditor({ block }: { block: BlockOf<'clip'> }) {
  const { composer } = useDesk();
  const clip = composer.materials.value.clips.get(block.clipId);
  if (!clip) return <p class={styles.note}>{t('compose_clip_gone')}</p>;
  return (
    <div class={styles.clip}>
      <h3 class={styles.title} lang={clip.language ?? undefined}>
        {clip.title}
      </h3>
      <Segmented
        label={t('compose_use')}
        hideLabel
        value={block.use}
        options={[
          { value: 'excerpt', label: t('compose_use_excerpt') },
          { value: 'quotes', label: t('compose_use_quotes') },
          { value: 'full', label: t('compose_use_full') },
        ]}
        onChange={(use: ClipUse) =>
          composer.edit((post) => changeBlock(post, block.id, 'clip', (one) => ({ ...one, use })))
        }
      />
      <ShareMeter clipId={clip.id} />
      <HighlightQuotes block={block} />
      {block.use === 'excerpt' && <Excerpt block={block} />}
      {block.use === 'quotes' && <Quotes block={block} />}
      {block.use === 'full' && (
        <>
          <p class={styles.note}>{t('compose_full_note')}</p>
          <TextImages clipId={clip.id} />
        </>
      )}
    </div>
  );
}

function Excerpt({ block }: { block: BlockOf<'clip'> }) {
  const { composer } = useDesk();
  const { clips, bodies } = composer.materials.value;
  const clip = clips.get(block.clipId);
  const text = clip ? excerptOf(clip, bodies.get(block.clipId)?.text ?? '') : '';
  return (
    <>
      {text && (
        <blockquote class={styles.excerpt} lang={clip?.language ?? undefined}>
          {text}
        </blockquote>
      )}
      <p class={styles.note}>{t(text ? 'compose_excerpt_note' : 'compose_no_excerpt')}</p>
    </>
  );
}

function Quotes({ block }: { block: BlockOf<'clip'> }) {
  const { composer, read } = useDesk();
  const edit = (change: (quotes: Quote[]) => Quote[], key = '') =>
    composer.edit(
      (post) => changeBlock(post, block.id, 'clip', (one) => ({ ...one, quotes: change(one.quotes) })),
      key,
    );
  const remove = (quote: Quote, at: number) => {
    edit((quotes) => quotes.filter((one) => one.id !== quote.id));
    showToast({ text: t('compose_quote_removed'), undo: () => edit((quotes) => putBack(quotes, quote, at)) });
  };
  return (
    <>
      {block.quotes.length === 0 && <p class={styles.note}>{t('compose_quotes_empty')}</p>}
      <SortableList
        label={t('compose_use_quotes')}
        items={block.quotes}
        nameOf={(_, index) => t('compose_quote', index + 1)}
        onMove={(from, to) => edit((quotes) => moveItem(quotes, from, to))}
        class={styles.quotes}
      >
        {(quote, handle, index) => (
          <div class={styles.quote}>
            {handle}
            <div class={styles.quoteWords}>
              <TextArea
                label={t('compose_quote', index + 1)}
                hideLabel
                value={quote.text}
                rows={1}
                maxRows={20}
                lang={composer.materials.value.clips.get(block.clipId)?.language ?? undefined}
                onInput={(text) => edit((quotes) => patch(quotes, quote.id, { text }), `${quote.id}-text`)}
              />
              <TextArea
                label={t('compose_quote_comment', index + 1)}
                hideLabel
                placeholder={t('compose_quote_comment_placeholder')}
                value={quote.comment}
                rows={1}
                lang={composer.post.value.language}
                onInput={(comment) => edit((quotes) => patch(quotes, quote.id, { comment }), `${quote.id}-comment`)}
              />
            </div>
            <IconButton
              small
              icon="x"
              label={`${t('compose_remove')}: ${t('compose_quote', index + 1)}`}
              onClick={() => remove(quote, index)}
            />
          </div>
        )}
      </SortableList>
      <div>
        <Button icon="quote" onClick={() => read(block.id)}>
          {t('compose_quotes_pick')}
        </Button>
      </div>
    </>
  );
}

function patch(quotes: Quote[], id: BlockId, change: Partial<Quote>): Quote[] {
  return quotes.map((quote) => (quote.id === id ? { ...quote, ...change } : quote));
}
