/** A digest: reports in groups, one line of one's own on each, and who else has them. */
import { useState } from 'preact/hooks';
import type { Clip } from '../../lib/model/clip';
import type { BlockId, ClipId } from '../../lib/model/ids';
import type { DigestEntry, DigestGroup } from '../../lib/model/post';
import { siteOf } from '../../lib/model/url';
import { matesOf } from '../../lib/state/also-covered';
import { t } from '../../lib/state/i18n';
import {
  addReport,
  type BlockOf,
  changeBlock,
  changeEntry,
  emptyGroup,
  moveEntry,
  moveItem,
  regroup,
  removeEntry,
} from '../../lib/state/post-edits';
import { showToast } from '../../lib/state/toasts';
import { Button } from '../ui/button';
import { Menu } from '../ui/menu';
import { TextArea } from '../ui/text-area';
import { TextField } from '../ui/text-field';
import { ChooseClipDialog } from './choose-clip-dialog';
import { useDesk } from './desk';
import styles from './digest-editor.module.css';
import { SortableList } from './sortable-list';

type Digest = BlockOf<'digest'>;

export function DigestEditor({ block }: { block: Digest }) {
  const { composer } = useDesk();
  const edit = (change: (digest: Digest) => Digest, key = '') =>
    composer.edit((post) => changeBlock(post, block.id, 'digest', change), key);
  const [isChoosing, setChoosing] = useState(false);
  const add = async (clip: Clip) => {
    setChoosing(false);
    const also = await matesOf(clip);
    edit((one) => addReport(one, clip.id, also));
  };
  const { clips } = composer.materials.value;
  return (
    <div class={styles.digest}>
      <div class={styles.tools}>
        <Button small icon="plus" onClick={() => setChoosing(true)}>
          {t('compose_digest_add')}
        </Button>
        <Menu
          small
          showLabel
          align="start"
          label={t('compose_digest_group')}
          icon="blocks"
          items={[
            {
              label: t('compose_digest_by_tag'),
              icon: 'tag',
              onSelect: () => edit((one) => regroup(one, clips, 'tag')),
            },
            {
              label: t('compose_digest_by_outlet'),
              icon: 'newspaper',
              onSelect: () => edit((one) => regroup(one, clips, 'outlet')),
            },
            {
              label: t('compose_digest_one'),
              icon: 'list',
              onSelect: () => edit((one) => regroup(one, clips, 'none')),
            },
          ]}
        />
        <Button small icon="plus" onClick={() => edit((one) => ({ ...one, groups: [...one.groups, emptyGroup()] }))}>
          {t('compose_digest_add_group')}
        </Button>
      </div>
      {block.groups.map((group, at) => (
        <Group key={group.id} block={block} group={group} at={at} edit={edit} />
      ))}
      {isChoosing && <ChooseClipDialog onClose={() => setChoosing(false)} onChoose={(clip) => void add(clip)} />}
    </div>
  );
}

type Edit = (change: (digest: Digest) => Digest, key?: string) => void;
type GroupProps = { block: Digest; group: DigestGroup; at: number; edit: Edit };

function Group({ block, group, at, edit }: GroupProps) {
  const { composer } = useDesk();
  const { clips } = composer.materials.value;
  const patch = (change: Partial<DigestGroup>, key = '') =>
    edit(
      (one) => ({ ...one, groups: one.groups.map((each) => (each.id === group.id ? { ...each, ...change } : each)) }),
      key,
    );
  const titleOf = ({ clipId }: DigestEntry) => clips.get(clipId)?.title ?? t('compose_clip_gone');
  return (
    <fieldset class={styles.group}>
      <legend class={styles.legend}>{t('compose_digest_group_nth', at + 1)}</legend>
      <TextField
        label={t('compose_digest_heading')}
        value={group.title}
        lang={composer.post.value.language}
        onInput={(title) => patch({ title }, `${group.id}-title`)}
      />
      <SortableList
        label={t('compose_digest_reports')}
        items={group.entries}
        nameOf={titleOf}
        onMove={(from, to) => patch({ entries: moveItem(group.entries, from, to) })}
        class={styles.entries}
      >
        {(entry, handle) => (
          <div class={styles.entry}>
            {handle}
            <Report block={block} group={group} entry={entry} edit={edit} />
          </div>
        )}
      </SortableList>
      {group.entries.length === 0 && (
        <div>
          <Button
            small
            variant="quiet"
            icon="trash-2"
            onClick={() => edit((one) => ({ ...one, groups: one.groups.filter(({ id }) => id !== group.id) }))}
          >
            {t('compose_digest_remove_group')}
          </Button>
        </div>
      )}
    </fieldset>
  );
}

type ReportProps = { block: Digest; group: DigestGroup; entry: DigestEntry; edit: Edit };

function Report({ block, group, entry, edit }: ReportProps) {
  const { composer } = useDesk();
  const clip = composer.materials.value.clips.get(entry.clipId);
  const title = clip?.title ?? t('compose_clip_gone');
  const others = block.groups.filter(({ id }) => id !== group.id);
  const remove = () => {
    const before = block.groups;
    edit((one) => removeEntry(one, entry.id));
    showToast({ text: t('compose_digest_removed'), undo: () => edit((one) => ({ ...one, groups: before })) });
  };
  const also = (entry.also ?? []).flatMap((id) => composer.materials.value.clips.get(id) ?? []);
  const nameOthers = (ids: ClipId[]) => edit((one) => changeEntry(one, entry.id, { also: ids }));
  const move = (to: BlockId) => edit((one) => moveEntry(one, entry.id, to));
  return (
    <div class={styles.report}>
      <div class={styles.head}>
        <span class={styles.title} lang={clip?.language ?? undefined}>
          {title}
        </span>
        <Menu
          small
          label={t('compose_digest_report_actions', title)}
          items={[
            ...others.map((other) => ({
              label: t(
                'compose_digest_move',
                other.title || t('compose_digest_group_nth', block.groups.indexOf(other) + 1),
              ),
              icon: 'arrow-up-down' as const,
              onSelect: () => move(other.id),
            })),
            also.length > 0
              ? { label: t('compose_digest_drop_also'), icon: 'x' as const, onSelect: () => nameOthers([]) }
              : {
                  label: t('compose_digest_find_also'),
                  icon: 'search' as const,
                  onSelect: () => void (clip && matesOf(clip).then(nameOthers)),
                },
            { label: t('compose_remove'), icon: 'trash-2' as const, danger: true, onSelect: remove },
          ]}
        />
      </div>
      {clip && <span class={styles.source}>{clip.siteName ?? siteOf(clip.url)}</span>}
      <TextArea
        label={t('compose_digest_comment', title)}
        hideLabel
        placeholder={t('compose_digest_comment_hint')}
        rows={1}
        maxRows={6}
        lang={composer.post.value.language}
        value={entry.comment}
        onInput={(comment) => edit((one) => changeEntry(one, entry.id, { comment }), `${entry.id}-comment`)}
      />
      {also.length > 0 && (
        <p class={styles.source}>
          {t('compose_digest_also', also.map((one) => one.siteName ?? siteOf(one.url)).join(' · '))}
        </p>
      )}
    </div>
  );
}
