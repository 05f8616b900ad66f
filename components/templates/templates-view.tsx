/** All templates: one's own and the included ones, and what is done with them. */
import { useRef, useState } from 'preact/hooks';
import type { Failure } from '../../lib/model/failure';
import type { Template, TemplateId } from '../../lib/model/template';
import { describeFailure } from '../../lib/state/failures';
import { formatDate, t, tn } from '../../lib/state/i18n';
import { go, hrefOf } from '../../lib/state/route';
import { settings } from '../../lib/state/settings';
import { saveSettings } from '../../lib/state/settings-page';
import {
  addTemplate,
  allTemplates,
  copyTemplate,
  countMistakes,
  exportTemplates,
  includedTemplates,
  isBuiltIn,
  openTemplates,
  ownTemplates,
  removeTemplate,
  type TemplateImport,
} from '../../lib/state/templates';
import { Notice } from '../exchange/notice';
import { Button, IconButton } from '../ui/button';
import { Icon } from '../ui/icon';
import { Menu } from '../ui/menu';
import { Select } from '../ui/select';
import { Spinner } from '../ui/spinner';
import { ImportDialog } from './import-dialog';
import { TemplateEditing } from './template-editing';
import styles from './templates-view.module.css';

/** The list, or the template with this id. */
export function TemplatesView({ id }: { id?: TemplateId }) {
  return id ? <TemplateEditing key={id} id={id} /> : <TemplateList />;
}

const open = (id: TemplateId | null) => id && go({ view: 'templates', id });

function TemplateList() {
  const own = ownTemplates.value;
  const [failure, setFailure] = useState<Failure | null>(null);
  const [arriving, setArriving] = useState<TemplateImport | null>(null);
  if (!own) return <Spinner label={t('library_loading')} />;
  const take = async (file: File | undefined) => {
    if (!file) return;
    const read = await openTemplates(file);
    setFailure(read.ok ? null : read.failure);
    if (read.ok) setArriving(read.value);
  };
  return (
    <main class={styles.view}>
      <header class={styles.head}>
        <IconButton icon="arrow-left" label={t('compose_all_posts')} href={hrefOf({ view: 'posts' })} />
        <h1 class={styles.title}>{t('template_title')}</h1>
        <FileButton onChoose={(file) => void take(file)} />
        {own.length > 0 && (
          <Button icon="file-down" onClick={() => void exportTemplates(own)}>
            {t('template_export_all')}
          </Button>
        )}
        <Button variant="primary" icon="plus" onClick={() => void addTemplate().then(open)}>
          {t('template_new')}
        </Button>
      </header>
      <p class={styles.about}>{t('template_about')}</p>
      {failure && <Notice tone="problem">{describeFailure(failure)}</Notice>}
      <Section title={t('template_yours')} templates={own} hint={own.length === 0 ? t('template_none') : null} />
      <Section title={t('template_included')} templates={includedTemplates.value} hint={t('template_included_hint')} />
      <DefaultTemplate />
      {arriving && <ImportDialog found={arriving} onClose={() => setArriving(null)} onFailure={setFailure} />}
    </main>
  );
}

function FileButton({ onChoose }: { onChoose: (file: File | undefined) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button icon="import" onClick={() => input.current?.click()}>
        {t('template_import')}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        data-testid="template-file"
        onChange={(event) => {
          onChoose(event.currentTarget.files?.[0]);
          event.currentTarget.value = ''; // the same file can be chosen again
        }}
      />
    </>
  );
}

type SectionProps = { title: string; templates: readonly Template[]; hint: string | null };

function Section({ title, templates, hint }: SectionProps) {
  return (
    <section class={styles.section}>
      <h2 class={styles.label}>{title}</h2>
      {hint && <p class={styles.hint}>{hint}</p>}
      <ul class={styles.list}>
        {templates.map((template) => (
          <li key={template.id}>
            <Row template={template} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Row({ template }: { template: Template }) {
  const { id, name, language, updatedAt } = template;
  const mistakes = countMistakes(template);
  return (
    <article class={styles.row}>
      <div class={styles.words}>
        <h3 class={styles.name} lang={language || undefined}>
          <a href={hrefOf({ view: 'templates', id })}>{name || t('template_untitled')}</a>
        </h3>
        <p class={styles.facts}>
          {language && <span>{nameOfLanguage(language)}</span>}
          {updatedAt > 0 && <span>{t('compose_posts_updated', formatDate(updatedAt))}</span>}
          {settings.value.newPostTemplate === id && <span class={styles.mark}>{t('template_is_default')}</span>}
          {mistakes > 0 && (
            <span class={styles.bad}>
              <Icon name="circle-alert" />
              {tn('template_mistakes', mistakes)}
            </span>
          )}
        </p>
      </div>
      <Menu
        label={t('template_actions', name)}
        items={[
          { label: t('template_open'), icon: 'pen-line', onSelect: () => open(id) },
          { label: t('template_copy'), icon: 'copy', onSelect: () => void copyTemplate(template).then(open) },
          { label: t('template_export_one'), icon: 'file-down', onSelect: () => void exportTemplates([template]) },
          ...(isBuiltIn(id)
            ? []
            : [
                'separator' as const,
                {
                  label: t('template_delete'),
                  icon: 'trash-2' as const,
                  danger: true,
                  onSelect: () => void removeTemplate(template),
                },
              ]),
        ]}
      />
    </article>
  );
}

/** Languages are named in themselves, so that they are found by those who read them. */
function nameOfLanguage(language: string): string {
  if (language === 'en') return 'English';
  return language === 'zh-CN' ? '简体中文' : language;
}

function DefaultTemplate() {
  const chosen = settings.value.newPostTemplate;
  const known = allTemplates.value.filter((template) => countMistakes(template) === 0 || template.id === chosen);
  return (
    <section class={styles.default}>
      <Select
        label={t('template_default')}
        value={chosen}
        options={[
          { value: '', label: t('template_default_none') },
          ...known.map(({ id, name }) => ({ value: id as string, label: name })),
          ...(chosen === '' || known.some(({ id }) => id === chosen)
            ? []
            : [{ value: chosen, label: t('template_default_gone') }]),
        ]}
        onChange={(newPostTemplate) => void saveSettings({ newPostTemplate })}
      />
    </section>
  );
}
