/** Connecting a system: by its own page where it has one, or by what a person fills in. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Failure } from '../../lib/model/failure';
import type { Connection, Target } from '../../lib/model/target';
import { initialValues, missingFields } from '../../lib/model/target-form';
import { allowTarget, authorise, connect } from '../../lib/state/connections';
import { describeFailure } from '../../lib/state/failures';
import { type MessageKey, t } from '../../lib/state/i18n';
import { showToast } from '../../lib/state/toasts';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { TextField } from '../ui/text-field';
import { Checkbox } from '../ui/toggle';
import { Notice } from './notice';
import styles from './publish.module.css';
import { TargetForm } from './target-form';

type Trouble = Failure | 'refused' | 'not-signed-in';

export function ConnectionDialog({
  target,
  connection,
  onClose,
}: {
  target: Target;
  connection: Connection | null;
  onClose: (made?: Connection) => void;
}) {
  const [values, setValues] = useState(() => initialValues(target.fields, connection?.fields ?? {}));
  const [name, setName] = useState(connection?.name ?? '');
  const [forgetful, setForgetful] = useState(connection?.forgetful ?? false);
  const work = useWork();
  const title = t(connection ? 'publish_connection_edit' : 'publish_connection_new', t(target.label as MessageKey));
  const missing = missingFields(target.fields, values, connection !== null);
  const finish = async (fields: Record<string, string>) => {
    const secretNames = new Set(target.fields.filter(({ kind }) => kind === 'secret').map((field) => field.name));
    const pick = (secret: boolean) =>
      Object.fromEntries(Object.entries(fields).filter(([field]) => secretNames.has(field) === secret));
    const wish = { target, connection, name, forgetful, fields: pick(false), secrets: pick(true) };
    const made = await connect(wish, work.signal());
    if (!made.ok) return work.fail(made.failure);
    showToast({ text: t('publish_connected', made.value.name) });
    onClose(made.value);
  };
  // Access is asked for in the click itself, before anything else: browsers refuse later.
  const submit = () => work.run(allowTarget(target, values), () => finish(values));
  const signIn = () =>
    work.run(allowTarget(target, values), async () => {
      const answer = await authorise(target, values);
      if (!answer.ok) return work.fail(answer.failure);
      if (!answer.value) return work.fail('not-signed-in');
      const filled = { ...values, ...answer.value.fields, ...answer.value.secrets };
      setValues({ ...values, ...answer.value.fields });
      await finish(filled);
    });
  // Where the site has a page of its own, that is the way; the other is for who has a password already.
  const isPasted = !target.authorise || missing.length === 0;
  const mayAuthorise = target.authorise && target.addresses(values).length > 0;
  return (
    <Dialog
      open
      title={title}
      onClose={() => onClose()}
      actions={
        <>
          <Button onClick={() => onClose()}>{t('common_cancel')}</Button>
          <Button
            variant={isPasted ? 'primary' : 'plain'}
            busy={work.busy}
            disabled={missing.length > 0}
            onClick={submit}
          >
            {t('publish_connect')}
          </Button>
        </>
      }
    >
      <form
        class={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (missing.length === 0) submit();
        }}
      >
        <TargetForm
          fields={target.authorise ? target.fields.slice(0, 1) : target.fields}
          values={values}
          onChange={(field, value) => setValues({ ...values, [field]: value })}
        />
        {target.authorise && (
          <>
            <SignIn target={target} busy={work.busy} first={!isPasted} signIn={mayAuthorise ? signIn : null} />
            <p class={styles.or}>{t('publish_or')}</p>
            <TargetForm
              fields={target.fields.slice(1)}
              values={values}
              onChange={(field, value) => setValues({ ...values, [field]: value })}
              {...(connection && { secretHint: t('publish_secret_kept') })}
            />
          </>
        )}
        {connection && <TextField label={t('publish_connection_name')} value={name} onInput={setName} />}
        <Checkbox
          label={t('publish_forgetful')}
          hint={t('publish_forgetful_hint')}
          checked={forgetful}
          onChange={setForgetful}
        />
        {work.trouble && <Notice tone="problem">{wordsOf(work.trouble)}</Notice>}
        {/* So that Enter in a field sends the form. */}
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}

type SignInProps = {
  target: Target;
  busy: boolean;
  /** It is the way to go, before a password is pasted. */
  first: boolean;
  /** Null until the address is there. */
  signIn: (() => void) | null;
};

function SignIn({ target, busy, first, signIn }: SignInProps) {
  return (
    <div class={styles.stack}>
      <Button
        variant={first ? 'primary' : 'plain'}
        icon="external-link"
        busy={busy}
        disabled={!signIn}
        onClick={() => signIn?.()}
      >
        {t('publish_sign_in', t(target.label as MessageKey))}
      </Button>
      <p class={styles.hint}>{t('publish_sign_in_hint')}</p>
    </div>
  );
}

function wordsOf(trouble: Trouble): string {
  if (trouble === 'refused') return t('publish_access_refused');
  return trouble === 'not-signed-in' ? t('publish_not_signed_in') : describeFailure(trouble);
}

/** One piece of work at a time, which ends with the dialog. */
function useWork() {
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const control = useRef<AbortController | null>(null);
  useEffect(() => () => control.current?.abort(), []);
  return {
    busy,
    trouble,
    fail: (what: Trouble) => setTrouble(what),
    signal: () => control.current?.signal ?? new AbortController().signal,
    run: (allowed: Promise<boolean>, work: () => Promise<void>) => {
      if (busy) return;
      control.current = new AbortController();
      setBusy(true);
      setTrouble(null);
      void allowed.then((yes) => (yes ? work() : setTrouble('refused'))).finally(() => setBusy(false));
    },
  };
}
