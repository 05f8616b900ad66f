/** The settings' part on systems that posts are published to: connect, test, edit, forget. */
import { useState } from 'preact/hooks';
import type { Failure } from '../../lib/model/failure';
import type { Connection, Target } from '../../lib/model/target';
import { connections, forgetConnection, targetOf, targets, testConnection } from '../../lib/state/connections';
import { describeFailure } from '../../lib/state/failures';
import { formatDate, type MessageKey, t } from '../../lib/state/i18n';
import { showToast } from '../../lib/state/toasts';
import { SettingsSection } from '../settings/settings-section';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { isIconName } from '../ui/icons';
import { Menu } from '../ui/menu';
import { ConnectionDialog } from './connection-dialog';
import { Notice } from './notice';
import { PlaceFailure } from './place-failure';
import styles from './publish.module.css';
import { roleWords } from './words';

export function ConnectionsSection() {
  const [form, setForm] = useState<{ target: Target; connection: Connection | null } | null>(null);
  const [leaving, setLeaving] = useState<Connection | null>(null);
  const all = connections.value ?? [];
  return (
    <SettingsSection title={t('settings_connections')}>
      {all.length === 0 ? (
        <p class={styles.hint}>{t('settings_connections_none')}</p>
      ) : (
        <ul class={styles.list}>
          {all.map((connection) => (
            <Item
              key={connection.id}
              connection={connection}
              edit={(target) => setForm({ target, connection })}
              forget={() => setLeaving(connection)}
            />
          ))}
        </ul>
      )}
      <div class={styles.row}>
        <Menu
          label={t('settings_connections_add')}
          showLabel
          variant="plain"
          icon="plus"
          align="start"
          items={targets.map((target) => ({
            label: t(target.label as MessageKey),
            hint: t(target.hint as MessageKey),
            ...(isIconName(target.icon) && { icon: target.icon }),
            onSelect: () => setForm({ target, connection: null }),
          }))}
        />
      </div>
      {form && <ConnectionDialog {...form} onClose={() => setForm(null)} />}
      {leaving && <ForgetDialog connection={leaving} onClose={() => setLeaving(null)} />}
    </SettingsSection>
  );
}

/** An address without what every address has. */
const shortAddress = (address: string): string => address.replace(/^https?:\/\/|\/$/g, '');

type Found = { ok: true } | { ok: false; failure: Failure } | 'busy' | null;

function Item({
  connection,
  edit,
  forget,
}: {
  connection: Connection;
  edit: (target: Target) => void;
  forget: () => void;
}) {
  const [found, setFound] = useState<Found>(null);
  const target = targetOf(connection.target);
  const { account } = connection;
  const test = () => {
    setFound('busy');
    void testConnection(connection.id, AbortSignal.timeout(60_000)).then(setFound);
  };
  return (
    <li class={styles.item}>
      <div class={styles.words}>
        <p class={styles.name}>{connection.name}</p>
        <p class={styles.facts}>
          {[
            target && t(target.label as MessageKey),
            shortAddress(connection.fields.address ?? ''),
            account.name && (account.role ? t('publish_as_role', account.name, roleWords(account.role)) : account.name),
            t('publish_checked', formatDate(account.checkedAt)),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      <div class={styles.row}>
        <Button small busy={found === 'busy'} icon="refresh-cw" onClick={test}>
          {t('publish_test')}
        </Button>
        <Menu
          label={t('publish_connection_actions', connection.name)}
          items={[
            ...(target ? [{ label: t('publish_edit'), icon: 'pencil' as const, onSelect: () => edit(target) }] : []),
            { label: t('publish_forget'), icon: 'trash-2', danger: true, onSelect: forget },
          ]}
        />
      </div>
      {found && found !== 'busy' && (
        <div class={styles.found}>
          {found.ok ? (
            <Notice tone="good">{t('publish_test_good')}</Notice>
          ) : (
            <PlaceFailure failure={found.failure} again={test} {...(target && { edit: () => edit(target) })} />
          )}
        </div>
      )}
    </li>
  );
}

function ForgetDialog({ connection, onClose }: { connection: Connection; onClose: () => void }) {
  const [busy, setBusy] = useState(false);
  const target = targetOf(connection.target);
  const forget = async () => {
    setBusy(true);
    const gone = await forgetConnection(connection.id);
    if (!gone.ok) showToast({ text: describeFailure(gone.failure), tone: 'problem' });
    else {
      const kept = target?.revoke && !gone.value.revoked;
      showToast({
        text: t(kept ? 'publish_forgotten_not_revoked' : 'publish_forgotten', connection.name),
        tone: kept ? 'problem' : 'plain',
      });
    }
    onClose();
  };
  return (
    <Dialog
      open
      title={t('publish_forget_title', connection.name)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common_cancel')}</Button>
          <Button variant="danger" busy={busy} onClick={() => void forget()}>
            {t('publish_forget')}
          </Button>
        </>
      }
    >
      <p>{t(target?.revoke ? 'publish_forget_text_revoke' : 'publish_forget_text')}</p>
    </Dialog>
  );
}
