/** Forms drawn from the fields of a target: what is shown, what they start with, what is still missing. */
import type { FieldValues, TargetField } from './target';

/** The fields that are shown for these values. */
export function shownFields(fields: readonly TargetField[], values: FieldValues): TargetField[] {
  return fields.filter(({ when }) => !when || when.is.includes(values[when.field] ?? ''));
}

/** A value for every field: what was chosen before where it still can be chosen, else what the field starts with. */
export function initialValues(fields: readonly TargetField[], before: FieldValues): Record<string, string> {
  return Object.fromEntries(fields.map((field) => [field.name, initialValue(field, before[field.name])]));
}

function initialValue({ kind, choices = [], initial = '' }: TargetField, before: string | undefined): string {
  if (before === undefined) return initial || (kind === 'choice' ? (choices[0]?.value ?? '') : '');
  const offered = new Set(choices.map(({ value }) => value));
  if (kind === 'several')
    return before
      .split(',')
      .filter((value) => offered.has(value))
      .join(',');
  return kind === 'choice' && !offered.has(before) ? initial || (choices[0]?.value ?? '') : before;
}

/** Names of the shown fields that must be filled in and are not. `kept` are secrets that are there already. */
export function missingFields(fields: readonly TargetField[], values: FieldValues, kept = false): string[] {
  return shownFields(fields, values)
    .filter(({ name, required, kind }) => required && !(values[name] ?? '').trim() && !(kept && kind === 'secret'))
    .map(({ name }) => name);
}
