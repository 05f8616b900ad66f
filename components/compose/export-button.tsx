/** Export: where to, how far it is, and what became of it. */
import { useState } from 'preact/hooks';
import type { Publisher } from '../../lib/model/publisher';
import {
  cancelExport,
  type ExportOptions,
  exportPost,
  exportProgress,
  neededImages,
  publishers,
} from '../../lib/state/export';
import { type MessageKey, t } from '../../lib/state/i18n';
import { describeProblem } from '../../lib/state/problems';
import { changeSettings, settings } from '../../lib/state/settings';
import { showToast } from '../../lib/state/toasts';
import { Button } from '../ui/button';
import { isIconName } from '../ui/icons';
import { Menu, type MenuItem } from '../ui/menu';
import { Progress } from '../ui/progress';
import { type Desk, useDesk } from './desk';
import styles from './export-button.module.css';
import { ExportQuestion, type Question } from './export-question';
import { receiptWords } from './receipt-words';
import { SendDialog } from './send-dialog';

export function ExportButton() {
  const desk = useDesk();
  const [question, ask] = useState<Question | null>(null);
  const [sending, setSending] = useState(false);
  const start = (publisher: Publisher, options: ExportOptions = {}) => begin(desk, publisher, options, ask);
  const { receipts } = desk.composer.post.value;
  const targets = menuOf(settings.value.lastPublisher, (publisher) => void start(publisher));
  return (
    <>
      {exportProgress.value ? (
        <Running />
      ) : (
        <Menu
          label={t('compose_export')}
          showLabel
          icon="download"
          variant="primary"
          items={withReceipts([...targets, 'separator', toColleague(() => setSending(true))], receipts)}
        />
      )}
      {question && <ExportQuestion question={question} start={start} close={() => ask(null)} />}
      {sending && <SendDialog onClose={() => setSending(false)} />}
    </>
  );
}

const groups = [
  { group: 'file', heading: 'compose_export_files' },
  { group: 'copy', heading: 'compose_export_copies' },
  { group: 'site', heading: 'compose_export_sites' },
] as const;

/** Not an export: the post goes on, in other hands. */
function toColleague(send: () => void): MenuItem {
  return { label: t('bundle_send'), hint: t('bundle_send_hint'), icon: 'users', onSelect: send };
}

/** The choice of last time first, then all by what they give: files, copies, parts of a site. */
function menuOf(last: string, choose: (publisher: Publisher) => void): MenuItem[] {
  const named = (publisher: Publisher) => t(publisher.label as MessageKey);
  const again = publishers.find(({ id }) => id === last);
  const listed = groups.flatMap(({ group, heading }): MenuItem[] => {
    const isSite = group === 'site';
    const items = publishers
      .filter((publisher) => publisher.group === group)
      .map((publisher) => ({
        label: named(publisher),
        // The generators are known by their names: a line each would make the menu twice as long.
        ...(!isSite && { hint: t(publisher.hint as MessageKey) }),
        ...(!isSite && isIconName(publisher.icon) && { icon: publisher.icon }),
        onSelect: () => choose(publisher),
      }));
    return [{ heading: t(heading), columns: isSite }, ...items];
  });
  if (!again) return listed;
  return [
    { label: t('compose_export_again', named(again)), icon: 'history', onSelect: () => choose(again) },
    ...listed,
  ];
}

/** The last exports stand below the targets, to be seen and not to be pressed. */
function withReceipts(targets: MenuItem[], receipts: Parameters<typeof receiptWords>[0][]): MenuItem[] {
  const latest = receipts.slice(-3).reverse();
  if (latest.length === 0) return targets;
  const past = latest.map((receipt) => ({
    label: receiptWords(receipt),
    icon: 'check' as const,
    disabled: true,
    onSelect: () => undefined,
  }));
  return [...targets, 'separator', ...past];
}

async function begin(
  desk: Desk,
  publisher: Publisher,
  options: ExportOptions,
  ask: (next: Question | null) => void,
): Promise<void> {
  ask(null);
  const { composer } = desk;
  const stop = composer.problems.peek().find((problem) => problem.level === 'stop');
  if (stop) {
    showToast({ text: describeProblem(stop), tone: 'problem' });
    return desk.goTo(stop.place);
  }
  const incomplete = composer.problems.peek().some((problem) => problem.level === 'insist');
  if (incomplete && !options.insist) return ask({ kind: 'source', publisher, options });
  const { images } = neededImages(composer.post.peek(), composer.materials.peek());
  if (images.length > 0 && !options.withoutMissingImages && !options.fetchImages)
    return ask({ kind: 'images', publisher, options, images, note: null });
  await composer.flush();
  const result = await exportPost(composer.post.peek(), publisher, options);
  if (result.ok) {
    void changeSettings({ lastPublisher: publisher.id });
    showToast({ text: doneWords(result.value.target) });
    return;
  }
  const { failure } = result;
  if (failure.kind === 'cancelled') return;
  if (failure.kind === 'source-incomplete') return ask({ kind: 'source', publisher, options });
  if (failure.kind === 'rights-missing') return ask({ kind: 'rights', publisher, options, images: failure.images });
  if (failure.kind !== 'image-unavailable') return ask({ kind: 'failed', failure });
  const left = neededImages(composer.post.peek(), composer.materials.peek()).images;
  const missing = left.length > 0 ? left : images;
  ask({ kind: 'images', publisher, options, images: missing, note: 'compose_images_failed' });
}

function doneWords(target: string): string {
  return target === 'clipboard' ? t('compose_export_done_copy') : t('compose_export_done_file', target);
}

function Running() {
  const progress = exportProgress.value;
  if (!progress) return null;
  const { step, done, total, publisher } = progress;
  const label =
    step === 'images'
      ? t('compose_fetching_images', done + 1, total)
      : t('compose_exporting', t(publisher.label as MessageKey));
  return (
    <div class={styles.running}>
      <Progress label={label} value={total > 0 ? done / total : 0} />
      <Button small onClick={cancelExport}>
        {t('compose_cancel')}
      </Button>
    </div>
  );
}
