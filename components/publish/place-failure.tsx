/** Why something did not work at a place, with the way to the remedy where there is one. */
import type { Failure, TargetTrouble } from '../../lib/model/failure';
import { allowOrigins } from '../../lib/state/connections';
import { describeFailure } from '../../lib/state/failures';
import { t } from '../../lib/state/i18n';
import { hrefOf } from '../../lib/state/route';
import { Button } from '../ui/button';
import { Notice } from './notice';
import styles from './publish.module.css';

/** What is put right in the connection. */
const ofConnection: ReadonlySet<TargetTrouble> = new Set(['login', 'no-secret', 'insecure', 'wrong-system']);

type PlaceFailureProps = {
  failure: Failure;
  tone?: 'problem' | 'doubt';
  again: () => void;
  /** Opens the connection; missing where the settings are not open. */
  edit?: () => void;
};

export function PlaceFailure({ failure, tone = 'problem', again, edit }: PlaceFailureProps) {
  // Asked in the click itself: browsers refuse later.
  const allow = (origins: readonly string[]) => void allowOrigins(origins).then((yes) => yes && again());
  return (
    <Notice tone={tone}>
      <p>{describeFailure(failure)}</p>
      {failure.kind === 'permission-needed' && (
        <div class={styles.row}>
          <Button small onClick={() => allow(failure.origins)}>
            {t('publish_allow')}
          </Button>
        </div>
      )}
      {failure.kind === 'target' && ofConnection.has(failure.trouble) && (
        <div class={styles.row}>
          {edit ? (
            <Button small onClick={edit}>
              {t('publish_edit')}
            </Button>
          ) : (
            <Button small href={hrefOf({ view: 'settings' })}>
              {t('publish_to_settings')}
            </Button>
          )}
        </div>
      )}
    </Notice>
  );
}
