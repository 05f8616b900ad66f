/** What a template makes of real clips: the page that readers would get. */
import { type ReadonlySignal, type Signal, useComputed, useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Clip } from '../../lib/model/clip';
import { t } from '../../lib/state/i18n';
import { findClips } from '../../lib/state/posts';
import type { TemplateEditor } from '../../lib/state/template-editor';
import { type TemplatePreview as Followed, followTemplate } from '../../lib/state/template-preview';
import { describeMistake, placeOf } from '../../lib/state/template-words';
import { ChooseClipDialog } from '../compose/choose-clip-dialog';
import { LivePage } from '../compose/live-page';
import { Button, IconButton } from '../ui/button';
import { Icon } from '../ui/icon';
import { Spinner } from '../ui/spinner';
import styles from './template-preview.module.css';

/** Enough to see what a repetition does. */
const first = 3;

export function TemplatePreview({ editor }: { editor: TemplateEditor }) {
  const chosen = useSignal<readonly Clip[] | null>(null);
  useEffect(() => {
    void findClips('').then((clips) => {
      chosen.value ??= clips.slice(0, first);
    });
  }, [chosen]);
  const clips = chosen.value;
  if (!clips) return <Spinner />;
  return (
    <section class={styles.pane} aria-label={t('template_pane_preview')}>
      <Clips chosen={chosen} clips={clips} />
      {clips.length === 0 ? (
        <p class={styles.empty}>{t('template_preview_empty')}</p>
      ) : (
        <Page editor={editor} chosen={chosen} />
      )}
    </section>
  );
}

function Clips({ chosen, clips }: { chosen: Signal<readonly Clip[] | null>; clips: readonly Clip[] }) {
  const [isChoosing, setChoosing] = useState(false);
  return (
    <div class={styles.clips}>
      <h2 class={styles.label}>{t('template_preview_of')}</h2>
      <ul class={styles.list}>
        {clips.map((clip) => (
          <li key={clip.id} class={styles.clip}>
            <span class={styles.title} lang={clip.language ?? undefined} title={clip.title}>
              {clip.title}
            </span>
            <IconButton
              small
              icon="x"
              label={t('template_preview_remove', clip.title)}
              onClick={() => {
                chosen.value = clips.filter(({ id }) => id !== clip.id);
              }}
            />
          </li>
        ))}
      </ul>
      <Button small variant="quiet" icon="plus" onClick={() => setChoosing(true)}>
        {t('template_preview_choose')}
      </Button>
      {isChoosing && (
        <ChooseClipDialog
          onClose={() => setChoosing(false)}
          onChoose={(clip) => {
            setChoosing(false);
            chosen.value = [...clips.filter(({ id }) => id !== clip.id), clip];
          }}
        />
      )}
    </div>
  );
}

function Page({ editor, chosen }: { editor: TemplateEditor; chosen: Signal<readonly Clip[] | null> }) {
  const followed = useFollowed(editor, chosen);
  const page = followed?.preview.value?.page;
  const problems = followed?.problems.value ?? [];
  const hasMistakes = editor.mistakes.value.length > 0;
  return (
    <>
      {hasMistakes && <Notice>{t(page ? 'template_preview_old' : 'template_preview_later')}</Notice>}
      {problems.map((problem) => (
        <Notice key={`${problem.field} ${problem.start}`}>
          {placeOf(problem)}: {describeMistake(problem)}
        </Notice>
      ))}
      <div class={styles.page}>{page ? <LivePage page={page} /> : !hasMistakes && <Spinner />}</div>
    </>
  );
}

function useFollowed(editor: TemplateEditor, chosen: ReadonlySignal<readonly Clip[] | null>): Followed | null {
  const [followed, setFollowed] = useState<Followed | null>(null);
  const ids = useComputed(() => (chosen.value ?? []).map(({ id }) => id));
  useEffect(() => {
    const one = followTemplate(editor.template, ids);
    setFollowed(one);
    return () => one.stop();
  }, [editor, ids]);
  return followed;
}

function Notice({ children }: { children: ComponentChildren }) {
  return (
    <p class={styles.notice}>
      <Icon name="triangle-alert" />
      <span>{children}</span>
    </p>
  );
}
