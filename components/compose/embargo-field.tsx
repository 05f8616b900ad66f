/** Before which moment a post may not go out, on the clock of the time zone it was said in. */
import { clockIn, momentIn, ownZone, zones } from '../../lib/model/zoned-time';
import { t } from '../../lib/state/i18n';
import { Select } from '../ui/select';
import { TextField } from '../ui/text-field';
import { useDesk } from './desk';
import styles from './post-details.module.css';

export function EmbargoField() {
  const { composer } = useDesk();
  const embargo = composer.post.value.notBefore;
  const zone = embargo?.zone ?? ownZone();
  const clock = embargo ? clockIn(zone, embargo.at) : '';
  const set = (typed: string, where: string) =>
    composer.edit(({ notBefore: _, ...before }) => {
      const at = momentIn(where, typed);
      return at === null ? before : { ...before, notBefore: { at, zone: where } };
    }, 'notBefore');
  return (
    <div class={styles.pair}>
      <TextField
        label={t('compose_embargo')}
        hint={t('compose_embargo_hint')}
        type="datetime-local"
        value={clock}
        onInput={(typed) => set(typed, zone)}
      />
      {embargo && (
        <Select
          label={t('compose_embargo_zone')}
          value={zone}
          options={zones(zone).map((value) => ({ value, label: value.replaceAll('_', ' ') }))}
          onChange={(where) => set(clock, where)}
        />
      )}
    </div>
  );
}
