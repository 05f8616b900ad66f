/** Left: the parts of the post in their order, and the clips it draws on. */

import type { ComponentChildren } from 'preact';
import type { Block } from '../../lib/model/post';
import { t } from '../../lib/state/i18n';
import { moveBlock, putBack, removeBlock } from '../../lib/state/post-edits';
import { showToast } from '../../lib/state/toasts';
import { classes } from '../ui/classes';
import { Icon } from '../ui/icon';
import { Menu } from '../ui/menu';
import { AddPart } from './add-part';
import { ClipReader } from './clip-reader';
import { ClipSources } from './clip-sources';
import { type Desk, useDesk } from './desk';
import { partIcons, partWords } from './part-words';
import styles from './parts-pane.module.css';
import { SortableList } from './sortable-list';
import { usePaneScroll } from './use-pane-scroll';

export function PartsPane() {
  const desk = useDesk();
  const scroll = usePaneScroll('parts');
  const { composer, reading } = desk;
  const block = composer.post.value.blocks.find((one) => one.id === reading.value);
  if (block?.kind === 'clip') return <ClipReader key={block.id} block={block} />;
  return (
    <div class={styles.pane} {...scroll}>
      <section class={styles.section}>
        <h2 class={styles.head}>{t('compose_parts')}</h2>
        <PartList />
        <AddPart />
      </section>
      <ClipSources />
    </div>
  );
}

function PartList() {
  const desk = useDesk();
  const { composer } = desk;
  const { blocks } = composer.post.value;
  const nameOf = (block: Block) => {
    const { kind, content } = partWords(block, composer);
    return content ? `${kind}: ${content}` : kind;
  };
  const move = (from: number, to: number) => {
    const block = blocks[from];
    if (block) composer.edit((post) => moveBlock(post, block.id, to));
  };
  return (
    <SortableList label={t('compose_parts')} items={blocks} nameOf={nameOf} onMove={move} class={styles.parts}>
      {(block, handle, index) => (
        <PartRow block={block} handle={handle} index={index} name={nameOf(block)} count={blocks.length} />
      )}
    </SortableList>
  );
}

type RowProps = { block: Block; handle: ComponentChildren; index: number; name: string; count: number };

function PartRow({ block, handle, index, name, count }: RowProps) {
  const desk = useDesk();
  const { kind, content } = partWords(block, desk.composer);
  const lacks = desk.composer.problems.value.some(
    ({ level, place }) => level !== 'advice' && 'blockId' in place && place.blockId === block.id,
  );
  return (
    <div class={styles.part}>
      {handle}
      <button type="button" class={styles.open} onClick={() => desk.goTo({ kind: 'block', blockId: block.id })}>
        <Icon name={partIcons[block.kind]} />
        <span class={styles.words}>
          <span class={classes(!content && styles.empty)}>{kind}</span>
          {content && <span class={styles.content}>{content}</span>}
        </span>
        {lacks && (
          <span class={styles.lacks}>
            <Icon name="triangle-alert" />
          </span>
        )}
      </button>
      <PartMenu block={block} index={index} name={name} count={count} />
    </div>
  );
}

/** What is done with a part by menu: everything that dragging does, and removal. */
export function PartMenu({ block, index, name, count }: { block: Block; index: number; name: string; count: number }) {
  const desk = useDesk();
  const move = (to: number) => desk.composer.edit((post) => moveBlock(post, block.id, to));
  return (
    <Menu
      small
      label={t('compose_part_actions', name)}
      items={[
        {
          label: t('compose_move_up'),
          icon: 'arrow-up',
          shortcut: 'Alt+↑',
          disabled: index === 0,
          onSelect: () => move(index - 1),
        },
        {
          label: t('compose_move_down'),
          icon: 'arrow-down',
          shortcut: 'Alt+↓',
          disabled: index === count - 1,
          onSelect: () => move(index + 1),
        },
        ...(block.kind === 'source'
          ? []
          : [
              {
                label: t('compose_remove'),
                icon: 'trash-2' as const,
                danger: true,
                onSelect: () => remove(desk, block),
              },
            ]),
      ]}
    />
  );
}

function remove({ composer }: Desk, block: Block) {
  const at = composer.post.peek().blocks.indexOf(block);
  const text = t('compose_part_removed', partWords(block, composer).kind);
  composer.edit((post) => removeBlock(post, block.id));
  showToast({
    text,
    undo: () => composer.edit((post) => ({ ...post, blocks: putBack(post.blocks, block, at) })),
  });
}
