/** Text of a template: mistakes are underlined where they are and listed below, each with the way there and the remedy. */
import { useId, useRef } from 'preact/hooks';
import type { TemplateField, TemplateProblem } from '../../lib/model/template';
import { t } from '../../lib/state/i18n';
import { describeMistake, nameOfField, suggestionOf } from '../../lib/state/template-words';
import { Button } from '../ui/button';
import { Icon } from '../ui/icon';
import { useGrowth } from '../ui/text-area';
import styles from './code-field.module.css';

export type CodeFieldProps = {
  field: TemplateField;
  value: string;
  hint?: string;
  rows: number;
  readOnly: boolean;
  problems: readonly TemplateProblem[];
  onInput: (text: string) => void;
  onFocus: (area: HTMLTextAreaElement) => void;
  areaRef: (area: HTMLTextAreaElement | null) => void;
};

export function CodeField({ field, value, hint, rows, readOnly, problems, onInput, onFocus, areaRef }: CodeFieldProps) {
  const id = useId();
  const area = useRef<HTMLTextAreaElement | null>(null);
  const grow = useGrowth(area, value, rows, 400);
  const described = [hint && `${id}-hint`, problems.length > 0 && `${id}-problems`].filter(Boolean).join(' ');
  const goTo = ({ start, end }: TemplateProblem) => {
    area.current?.focus();
    area.current?.setSelectionRange(start, end);
  };
  const replace = (problem: TemplateProblem, by: string) => {
    onInput(value.slice(0, problem.start) + by + value.slice(problem.end));
    area.current?.focus();
  };
  return (
    <div class={styles.field}>
      <label for={id} class={styles.label}>
        {nameOfField(field)}
      </label>
      <div class={styles.box} data-invalid={problems.length > 0 || undefined}>
        <div class={styles.mirror} aria-hidden="true">
          <Marked text={value} problems={problems} />
        </div>
        <textarea
          id={id}
          ref={(element) => {
            area.current = element;
            areaRef(element);
          }}
          class={styles.area}
          rows={rows}
          spellcheck={false}
          autocapitalize="off"
          readOnly={readOnly}
          aria-describedby={described || undefined}
          aria-invalid={problems.length > 0 || undefined}
          value={value}
          onFocus={(event) => onFocus(event.currentTarget)}
          onInput={(event) => {
            // A field of one line has no line breaks, also not pasted ones.
            onInput(
              field === 'body' ? event.currentTarget.value : event.currentTarget.value.replace(/\s*\n\s*/gu, ' '),
            );
            grow();
          }}
        />
      </div>
      {hint && (
        <p id={`${id}-hint`} class={styles.hint}>
          {hint}
        </p>
      )}
      {problems.length > 0 && (
        <ul id={`${id}-problems`} class={styles.problems}>
          {problems.map((problem) => (
            <Problem
              key={`${problem.kind} ${problem.start}`}
              problem={problem}
              onGo={() => goTo(problem)}
              onReplace={readOnly ? null : (by) => replace(problem, by)}
            />
          ))}
        </ul>
      )}
    </div>
  );
}

type ProblemProps = { problem: TemplateProblem; onGo: () => void; onReplace: ((by: string) => void) | null };

function Problem({ problem, onGo, onReplace }: ProblemProps) {
  const suggestion = suggestionOf(problem);
  const { line, column } = problem;
  return (
    <li class={styles.problem}>
      <Icon name="circle-alert" />
      <span>
        <button type="button" class={styles.place} title={t('template_go_to', line, column)} onClick={onGo}>
          {t('template_place', line, column)}
        </button>{' '}
        {describeMistake(problem)}
      </span>
      {suggestion && onReplace && (
        <Button small onClick={() => onReplace(suggestion)}>
          {t('template_use', suggestion)}
        </Button>
      )}
    </li>
  );
}

/** The same text as in the field, its mistakes marked: it lies behind the field and only the marks are seen. */
function Marked({ text, problems }: { text: string; problems: readonly TemplateProblem[] }) {
  let at = 0;
  const pieces = problems.flatMap(({ start, end }) => {
    if (start < at) return [];
    const before = text.slice(at, start);
    at = Math.max(end, start + 1);
    return [before, <mark key={start}>{text.slice(start, at) || ' '}</mark>];
  });
  // A line break at the end takes up a line only with something behind it.
  return (
    <>
      {pieces}
      {`${text.slice(at)}\u200b`}
    </>
  );
}
