/** Adds a part to the post: written here, from another clip, or one that is kept for every post. */
import { useState } from 'preact/hooks';
import type { Block } from '../../lib/model/post';
import { applyTo } from '../../lib/state/fill-template';
import { t } from '../../lib/state/i18n';
import { addBlock, digestClips, emptyBlock, emptyDigest, standingBlock } from '../../lib/state/post-edits';
import { clipBlock } from '../../lib/state/posts';
import { ChooseTemplateDialog } from '../templates/choose-template-dialog';
import { Button } from '../ui/button';
import { Menu } from '../ui/menu';
import { ChooseClipDialog } from './choose-clip-dialog';
import { useDesk } from './desk';
import { StandingDialog } from './standing-dialog';

export function AddPart() {
  const desk = useDesk();
  const [dialog, setDialog] = useState<'clip' | 'standing' | 'template' | null>(null);
  const add = (block: Block) => {
    setDialog(null);
    desk.composer.edit((post) => addBlock(post, block));
    desk.goTo({ kind: 'block', blockId: block.id });
  };
  const clipCount = desk.composer.post.value.blocks.filter((block) => block.kind === 'clip').length;
  const shared = desk.composer.post.value.blocks.some((block) => block.kind === 'share');
  return (
    <div>
      <Menu
        label={t('compose_add_part')}
        showLabel
        icon="plus"
        variant="quiet"
        align="start"
        items={[
          { label: t('compose_part_commentary'), icon: 'pen-line', onSelect: () => add(emptyBlock('commentary')) },
          { label: t('compose_part_gallery'), icon: 'images', onSelect: () => add(emptyBlock('gallery')) },
          { label: t('compose_add_standing'), icon: 'blocks', onSelect: () => setDialog('standing') },
          { label: t('compose_part_digest'), icon: 'list', onSelect: () => add(emptyDigest()) },
          ...(clipCount > 1
            ? [
                {
                  label: t('compose_digest_clips'),
                  icon: 'list-checks' as const,
                  onSelect: () => desk.composer.edit((post) => digestClips(post, desk.composer.materials.peek().clips)),
                },
              ]
            : []),
          { label: t('compose_add_clip'), icon: 'newspaper', onSelect: () => setDialog('clip') },
          ...(shared
            ? []
            : [{ label: t('compose_part_share'), icon: 'share-2' as const, onSelect: () => add(emptyBlock('share')) }]),
        ]}
      />
      <Button variant="quiet" icon="file-text" onClick={() => setDialog('template')}>
        {t('template_choose_apply')}
      </Button>
      {dialog === 'template' && (
        <ChooseTemplateDialog
          title={t('template_choose_apply')}
          hint={t('template_choose_hint')}
          onClose={() => setDialog(null)}
          onChoose={(id) => {
            setDialog(null);
            void applyTo(desk.composer, id);
          }}
        />
      )}
      {dialog === 'clip' && (
        <ChooseClipDialog onClose={() => setDialog(null)} onChoose={(clip) => void clipBlock(clip).then(add)} />
      )}
      {dialog === 'standing' && (
        <StandingDialog onClose={() => setDialog(null)} onAdd={(block) => add(standingBlock(block.id))} />
      )}
    </div>
  );
}
