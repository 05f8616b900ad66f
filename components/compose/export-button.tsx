/** Export: where to, what has to be decided first, how far it is, and what became of it. */
import { useEffect, useState } from 'preact/hooks';
import type { ClipImage } from '../../lib/model/clip';
import type { Failure } from '../../lib/model/failure';
import type { Publisher } from '../../lib/model/publisher';
import {
  allowImages,
  cancelExport,
  type ExportOptions,
  exportPost,
  exportProgress,
  neededImages,
  publishers,
} from '../../lib/state/export';
import { describeFailure } from '../../lib/state/failures';
import { type MessageKey, t, tn } from '../../lib/state/i18n';
import { describeProblem } from '../../lib/state/problems';
import { changeSettings, settings } from '../../lib/state/settings';
import { showToast } from '../../lib/state/toasts';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { isIconName } from '../ui/icons';
import { Menu, type MenuItem } from '../ui/menu';
import { Progress } from '../ui/progress';
import { type Desk, useDesk } from './desk';
import styles from './export-button.module.css';
import { receiptWords } from './receipt-words';
import { RightsDialog } from './rights-dialog';
import { SendDialog } from './send-dialog';

/** What the person is asked before an export goes on. */
type Question =
  | { kind: 'source'; publisher: Publisher; options: ExportOptions }
  | { kind: 'images'; publisher: Publisher; options: ExportOptions; images: ClipImage[]; note: MessageKey | null }
  | { kind: 'rights'; publisher: Publisher; options: ExportOptions; images: string[] }
  | { kind: 'failed'; failure: Failure };

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
          items={withReceipts([...targets, toColleague(() => setSending(true))], receipts)}
        />
      )}
      {question && <Ask question={question} start={start} close={() => ask(null)} />}
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

type AskProps = {
  question: Question;
  start: (publisher: Publisher, options: ExportOptions) => Promise<void>;
  close: () => void;
};

function Ask({ question, start, close }: AskProps) {
  if (question.kind === 'source') return <AskSource question={question} start={start} close={close} />;
  if (question.kind === 'rights') {
    const { publisher, options, images } = question;
    const confirm = () => void start(publisher, { ...options, rightsConfirmed: true });
    return <RightsDialog images={images} confirm={confirm} close={close} />;
  }
  if (question.kind === 'images') return <AskImages question={question} start={start} close={close} />;
  return (
    <Dialog
      open
      title={t('compose_export_failed_title')}
      onClose={close}
      actions={<Button onClick={close}>{t('common_close')}</Button>}
    >
      <p>{describeFailure(question.failure)}</p>
    </Dialog>
  );
}

function AskSource({ question, start, close }: AskProps & { question: Extract<Question, { kind: 'source' }> }) {
  const desk = useDesk();
  const problems = desk.composer.problems.value.filter((problem) => problem.level === 'insist');
  const fix = () => {
    close();
    const [first] = problems;
    if (first) desk.goTo(first.place);
  };
  useEffect(() => {
    if (problems.length === 0) close();
  });
  return (
    <Dialog
      open
      title={t('compose_insist_title')}
      onClose={close}
      actions={
        <>
          <Button
            variant="danger"
            onClick={() => void start(question.publisher, { ...question.options, insist: true })}
          >
            {t('compose_insist_go')}
          </Button>
          <Button variant="primary" onClick={fix} autoFocus>
            {t('compose_insist_fix')}
          </Button>
        </>
      }
    >
      <p>{t('compose_insist_text')}</p>
      <ul class={styles.list}>
        {problems.map((problem) => (
          <li key={JSON.stringify(problem.place)}>{describeProblem(problem)}</li>
        ))}
      </ul>
    </Dialog>
  );
}

function AskImages({ question, start, close }: AskProps & { question: Extract<Question, { kind: 'images' }> }) {
  const { composer } = useDesk();
  const [refused, setRefused] = useState(false);
  const { publisher, options, images } = question;
  const { sites } = neededImages(composer.post.peek(), composer.materials.peek());
  const note = refused ? 'compose_images_refused' : question.note;
  const allow = async () => {
    // Asked in the click itself: browsers refuse later.
    if (await allowImages(images)) await start(publisher, { ...options, fetchImages: true });
    else setRefused(true);
  };
  return (
    <Dialog
      open
      title={t('compose_images_title')}
      onClose={close}
      actions={
        <>
          <Button onClick={() => void start(publisher, { ...options, withoutMissingImages: true })}>
            {t('compose_images_without')}
          </Button>
          {sites.length > 0 && (
            <Button variant="primary" onClick={() => void allow()}>
              {t('compose_images_allow')}
            </Button>
          )}
        </>
      }
    >
      <p>
        {sites.length > 0
          ? tn('compose_images_text', images.length, sites.join(', '))
          : t('compose_images_unreachable')}
      </p>
      <ul class={styles.list}>
        {images.map((image) => (
          <li key={image.id}>{image.caption || image.url}</li>
        ))}
      </ul>
      {note && (
        <p class={styles.note} role="alert">
          {t(note)}
        </p>
      )}
    </Dialog>
  );
}
