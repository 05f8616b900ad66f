/** A form drawn from the fields that a target names. */
import { useId } from 'preact/hooks';
import type { FieldValues, TargetChoice, TargetField } from '../../lib/model/target';
import { shownFields } from '../../lib/model/target-form';
import { type MessageKey, t } from '../../lib/state/i18n';
import { Select } from '../ui/select';
import { TextField } from '../ui/text-field';
import { Checkbox } from '../ui/toggle';
import styles from './publish.module.css';

type Change = (name: string, value: string) => void;

export function TargetForm({
  fields,
  values,
  onChange,
  secretHint,
}: {
  fields: readonly TargetField[];
  values: FieldValues;
  onChange: Change;
  /** Said below secrets in place of their own hint: that they may stay as they are. */
  secretHint?: string;
}) {
  return (
    <>
      {shownFields(fields, values).map((field) => (
        <Drawn
          key={field.name}
          field={field}
          value={values[field.name] ?? ''}
          onChange={onChange}
          {...(secretHint && field.kind === 'secret' && { hint: secretHint })}
        />
      ))}
    </>
  );
}

const types = { address: 'url', text: 'text', secret: 'password', time: 'datetime-local' } as const;

function Drawn({
  field,
  value,
  onChange,
  hint,
}: {
  field: TargetField;
  value: string;
  onChange: Change;
  hint?: string;
}) {
  const { name, kind, choices = [], placeholder } = field;
  const label = t(field.label as MessageKey);
  const said = hint ?? (field.hint ? t(field.hint as MessageKey) : undefined);
  const change = (next: string) => onChange(name, next);
  if (kind === 'choice')
    return (
      <Select
        label={label}
        hint={said}
        value={value}
        options={choices.map((choice) => ({ value: choice.value, label: nameOf(choice) }))}
        onChange={change}
      />
    );
  if (kind === 'several') return <Several label={label} choices={choices} value={value} onChange={change} />;
  if (kind === 'flag')
    return <Checkbox label={label} hint={said} checked={value === 'yes'} onChange={(on) => change(on ? 'yes' : '')} />;
  return (
    <TextField
      label={label}
      hint={said}
      type={types[kind]}
      value={value}
      onInput={change}
      spellcheck={false}
      {...(placeholder && { placeholder })}
    />
  );
}

const nameOf = ({ value, label, text }: TargetChoice): string => (label ? t(label as MessageKey) : (text ?? value));

function Several({
  label,
  choices,
  value,
  onChange,
}: {
  label: string;
  choices: readonly TargetChoice[];
  value: string;
  onChange: (value: string) => void;
}) {
  const id = useId();
  const chosen = value.split(',').filter(Boolean);
  const toggle = (one: string, on: boolean) =>
    onChange((on ? [...chosen, one] : chosen.filter((other) => other !== one)).join(','));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be scrolled in every browser
    <div role="group" aria-labelledby={id} class={styles.several}>
      <span id={id} class={styles.severalLabel}>
        {label}
      </span>
      <div class={styles.choices}>
        {choices.map((choice) => (
          <Checkbox
            key={choice.value}
            label={nameOf(choice)}
            checked={chosen.includes(choice.value)}
            onChange={(on) => toggle(choice.value, on)}
          />
        ))}
      </div>
    </div>
  );
}
