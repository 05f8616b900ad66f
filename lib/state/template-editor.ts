/** A template while it is written: saved by itself, every change taken back, mistakes found as one types. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { type History, record, redo, startHistory, undo } from '../compose/history';
import { freeName } from '../compose/templates/arrivals';
import { isBuiltIn } from '../compose/templates/built-in';
import { findMistakes } from '../compose/templates/fill';
import { newId } from '../model/ids';
import type { Template, TemplateId, TemplateProblem } from '../model/template';
import { failureOf } from '../store/failures';
import { listTemplates, replaceTemplate } from '../store/templates';
import type { SaveState } from './compose';
import { db } from './db';
import { t } from './i18n';
import { findTemplate } from './templates';
import { showToast } from './toasts';

/** Milliseconds from a change to the disk. */
const saveDelay = 250;

export type TemplateEditor = {
  template: ReadonlySignal<Template>;
  /** Included templates can only be looked at. */
  isFixed: boolean;
  mistakes: ReadonlySignal<readonly TemplateProblem[]>;
  saving: ReadonlySignal<SaveState>;
  canUndo: ReadonlySignal<boolean>;
  canRedo: ReadonlySignal<boolean>;
  /** Changes of one field in quick succession are one step of undo, but for those that stand `apart`. */
  edit(change: Partial<Omit<Template, 'id'>>, apart?: boolean): void;
  undo(): void;
  redo(): void;
  flush(): Promise<void>;
  /** Flushes and lets go. */
  close(): void;
};

/** Opens a template; null when there is none. */
export async function openTemplateEditor(id: TemplateId): Promise<TemplateEditor | null> {
  const opened = await findTemplate(id);
  return opened && createEditor(opened);
}

function createEditor(opened: Template): TemplateEditor {
  const history = signal<History<Template>>(startHistory(opened));
  const template = computed(() => history.value.present);
  const saving = signal<SaveState>({ state: 'saved' });
  let base = opened;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> = Promise.resolve();
  const isDirty = () => wordsOf(template.peek()) !== wordsOf(base);

  const write = async () => {
    clearTimeout(timer);
    if (!isDirty()) {
      saving.value = { state: 'saved' };
      return;
    }
    try {
      await store(template.peek());
      saving.value = { state: isDirty() ? 'saving' : 'saved' };
    } catch (error) {
      saving.value = { state: 'failed', failure: failureOf(error, db) };
    }
  };
  const store = async (wanted: Template) => {
    const now = Math.max(Date.now(), base.updatedAt + 1);
    const taken = (await listTemplates(db)).map(({ name }) => name);
    const copy = { ...wanted, id: newId<TemplateId>(), name: freeName(wanted.name, taken), createdAt: now };
    const stored = await replaceTemplate(db, { ...wanted, id: base.id, updatedAt: now }, base.updatedAt, {
      ...copy,
      updatedAt: now,
    });
    if (stored.id !== base.id) showToast({ text: t('template_kept_copy', wanted.name), tone: 'problem' });
    const isRenamed = stored.name !== wanted.name && template.peek().name === wanted.name;
    if (isRenamed) history.value = { ...history.peek(), present: { ...template.peek(), name: stored.name } };
    base = stored;
  };
  const flush = () => {
    running = running.then(write);
    return running;
  };
  const change = (next: History<Template>) => {
    if (next === history.peek()) return;
    history.value = next;
    saving.value = { state: 'saving' };
    clearTimeout(timer);
    timer = setTimeout(flush, saveDelay);
  };
  const leave = () => void flush();
  addEventListener('pagehide', leave);
  document.addEventListener('visibilitychange', leave);
  return {
    template,
    isFixed: isBuiltIn(opened.id),
    mistakes: computed(() => findMistakes(template.value)),
    saving,
    canUndo: computed(() => history.value.past.length > 0),
    canRedo: computed(() => history.value.future.length > 0),
    edit: (patch, apart = false) => {
      const next = { ...template.peek(), ...patch };
      if (wordsOf(next) === wordsOf(template.peek())) return;
      change(record(history.peek(), next, apart ? '' : Object.keys(patch).join(), Date.now()));
    },
    undo: () => change(undo(history.peek())),
    redo: () => change(redo(history.peek())),
    flush,
    close: () => {
      void flush();
      removeEventListener('pagehide', leave);
      document.removeEventListener('visibilitychange', leave);
    },
  };
}

/** What writing touches, to compare. */
function wordsOf({ id: _id, createdAt: _createdAt, updatedAt: _updatedAt, ...words }: Template): string {
  return JSON.stringify(Object.entries(words).sort(([a], [b]) => (a < b ? -1 : 1)));
}
