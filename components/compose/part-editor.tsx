/** One part of a post, to be written. */
import type { ComponentChildren } from 'preact';
import type { Block } from '../../lib/model/post';
import { t } from '../../lib/state/i18n';
import { changeBlock } from '../../lib/state/post-edits';
import { Icon } from '../ui/icon';
import { ClipEditor } from './clip-editor';
import { placeName, useDesk } from './desk';
import { DigestEditor } from './digest-editor';
import { GalleryEditor } from './gallery-editor';
import { MarkdownField } from './markdown-field';
import styles from './part-editor.module.css';
import { partIcons, partWords } from './part-words';
import { PartMenu } from './parts-pane';
import { SourceEditor } from './source-editor';
import { StandingEditor } from './standing-editor';

export function PartEditor({ block, index, count }: { block: Block; index: number; count: number }) {
  const { composer } = useDesk();
  const { kind, content } = partWords(block, composer);
  const name = content ? `${kind}: ${content}` : kind;
  return (
    <section
      class={styles.part}
      data-place={placeName({ kind: 'block', blockId: block.id })}
      aria-label={`${index + 1}. ${name}`}
    >
      <header class={styles.head}>
        <Icon name={partIcons[block.kind]} />
        <h2 class={styles.kind}>{kind}</h2>
        <PartMenu block={block} index={index} count={count} name={name} />
      </header>
      <PartBody block={block} />
    </section>
  );
}

function PartBody({ block }: { block: Block }): ComponentChildren {
  const { composer } = useDesk();
  switch (block.kind) {
    case 'commentary':
      return (
        <MarkdownField
          label={t('compose_part_commentary')}
          placeholder={t('compose_commentary_placeholder')}
          lang={composer.post.value.language}
          value={block.markdown}
          onInput={(markdown) =>
            composer.edit(
              (post) => changeBlock(post, block.id, 'commentary', (one) => ({ ...one, markdown })),
              block.id,
            )
          }
        />
      );
    case 'clip':
      return <ClipEditor block={block} />;
    case 'digest':
      return <DigestEditor block={block} />;
    case 'gallery':
      return <GalleryEditor block={block} />;
    case 'standing':
      return <StandingEditor block={block} />;
    case 'source':
      return <SourceEditor block={block} />;
    case 'share':
      return <p class={styles.note}>{t('compose_share_note')}</p>;
  }
}
