/** The versions of a post in other languages: to go to, and to begin. */
import { interfaceLanguage, t } from '../../lib/state/i18n';
import { languageOptions } from '../../lib/state/post-facts';
import { startVersion } from '../../lib/state/post-versions';
import { go, hrefOf } from '../../lib/state/route';
import { Select } from '../ui/select';
import { useDesk } from './desk';
import styles from './versions-field.module.css';

export function VersionsField() {
  const { composer } = useDesk();
  const { language } = composer.post.value;
  const { versions } = composer.materials.value;
  const options = languageOptions(interfaceLanguage.value, language);
  const nameOf = (tag: string) =>
    languageOptions(interfaceLanguage.value, tag).find(({ value }) => value === tag)?.label;
  const taken = new Set([language, ...versions.map((version) => version.language)]);
  const begin = async (tag: string) => {
    if (!tag) return;
    await composer.flush();
    const id = await startVersion(composer.post.peek(), tag);
    if (id) go({ view: 'post', id });
  };
  return (
    <div class={styles.versions}>
      {versions.length > 0 && (
        <ul class={styles.list} aria-label={t('compose_versions')}>
          {versions.map((version) => (
            <li key={version.id}>
              <a href={hrefOf({ view: 'post', id: version.id })}>
                {nameOf(version.language)}:{' '}
                <span lang={version.language}>{version.title || t('compose_untitled')}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
      <Select
        label={t('compose_version_begin')}
        hint={t('compose_version_hint')}
        value=""
        options={[
          { value: '', label: t('compose_version_choose') },
          ...options.filter(({ value }) => !taken.has(value)),
        ]}
        onChange={(tag) => void begin(tag)}
      />
    </div>
  );
}
