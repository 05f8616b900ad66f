/** What has to be decided before an export goes on, and why one did not. */
import { useEffect, useState } from 'preact/hooks';
import type { ClipImage } from '../../lib/model/clip';
import type { Failure } from '../../lib/model/failure';
import type { Publisher } from '../../lib/model/publisher';
import { allowImages, type ExportOptions, neededImages } from '../../lib/state/export';
import { describeFailure } from '../../lib/state/failures';
import { type MessageKey, t, tn } from '../../lib/state/i18n';
import { describeProblem } from '../../lib/state/problems';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { useDesk } from './desk';
import styles from './export-question.module.css';
import { RightsDialog } from './rights-dialog';

/** What the person is asked before an export goes on. */
export type Question =
  | { kind: 'source'; publisher: Publisher; options: ExportOptions }
  | { kind: 'images'; publisher: Publisher; options: ExportOptions; images: ClipImage[]; note: MessageKey | null }
  | { kind: 'rights'; publisher: Publisher; options: ExportOptions; images: string[] }
  | { kind: 'failed'; failure: Failure };

type QuestionProps = {
  question: Question;
  start: (publisher: Publisher, options: ExportOptions) => Promise<void>;
  close: () => void;
};

export function ExportQuestion({ question, start, close }: QuestionProps) {
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

function AskSource({ question, start, close }: QuestionProps & { question: Extract<Question, { kind: 'source' }> }) {
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

function AskImages({ question, start, close }: QuestionProps & { question: Extract<Question, { kind: 'images' }> }) {
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
