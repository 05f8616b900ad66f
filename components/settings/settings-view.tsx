/** The settings: each is stored the moment it changes. */
import { useEffect } from 'preact/hooks';
import { t } from '../../lib/state/i18n';
import { hrefOf } from '../../lib/state/route';
import { settings } from '../../lib/state/settings';
import { refreshSettingsPage, saveSettings, saveState } from '../../lib/state/settings-page';
import { ConnectionsSection } from '../publish/connections-section';
import { Button } from '../ui/button';
import { Icon } from '../ui/icon';
import { Segmented } from '../ui/segmented';
import { Select } from '../ui/select';
import { TextField } from '../ui/text-field';
import { Switch } from '../ui/toggle';
import { AccessSection } from './access-section';
import { BackupSection } from './backup-section';
import { CheckSection } from './check-section';
import { HighlightsSection } from './highlights-section';
import { ImportSection } from './import-section';
import { ProblemsSection } from './problems-section';
import { SettingsSection } from './settings-section';
import styles from './settings-view.module.css';
import { ShortcutsSection } from './shortcuts-section';
import { StorageSection } from './storage-section';

export function SettingsView() {
  useEffect(() => {
    void refreshSettingsPage();
    const again = () => void refreshSettingsPage();
    addEventListener('focus', again);
    return () => removeEventListener('focus', again);
  }, []);
  return (
    <div class={styles.view}>
      <header class={styles.head}>
        <h1>{t('settings_title')}</h1>
        <p class={styles.saved} role="status" data-state={saveState.value}>
          {saveState.value === 'saved' && (
            <>
              <Icon name="check" />
              {t('settings_saved')}
            </>
          )}
          {saveState.value === 'failed' && (
            <>
              <Icon name="circle-alert" />
              {t('settings_not_saved')}
            </>
          )}
        </p>
      </header>
      <AppearanceSection />
      <ClippingSection />
      <HighlightsSection />
      <PostsSection />
      <ConnectionsSection />
      <ShortcutsSection />
      <ImportSection />
      <BackupSection />
      <StorageSection />
      <CheckSection />
      <AccessSection />
      <ProblemsSection />
    </div>
  );
}

function AppearanceSection() {
  const { language, theme, density } = settings.value;
  return (
    <SettingsSection title={t('settings_appearance')}>
      <Select
        label={t('settings_language')}
        value={language}
        options={[
          { value: 'auto', label: t('settings_language_auto') },
          // Languages are named in themselves, so that they are found by those who read them.
          { value: 'en', label: 'English' },
          { value: 'zh-CN', label: '简体中文' },
        ]}
        onChange={(value) => saveSettings({ language: value })}
      />
      <Segmented
        label={t('settings_theme')}
        value={theme}
        options={[
          { value: 'auto', label: t('settings_theme_auto') },
          { value: 'light', label: t('settings_theme_light') },
          { value: 'dark', label: t('settings_theme_dark') },
        ]}
        onChange={(value) => saveSettings({ theme: value })}
      />
      <Segmented
        label={t('settings_density')}
        value={density}
        options={[
          { value: 'comfortable', label: t('settings_density_comfortable') },
          { value: 'compact', label: t('settings_density_compact') },
        ]}
        onChange={(value) => saveSettings({ density: value })}
      />
    </SettingsSection>
  );
}

function ClippingSection() {
  return (
    <SettingsSection title={t('settings_clipping')}>
      <Switch
        label={t('settings_keep_images')}
        hint={t('settings_keep_images_hint')}
        checked={settings.value.keepImages}
        onChange={(keepImages) => saveSettings({ keepImages })}
      />
    </SettingsSection>
  );
}

const exampleAddress = 'https://blog.example.com/news/';

function PostsSection() {
  const { quoteLimit, author, blogUrl } = settings.value;
  const badAddress = blogUrl !== '' && !/^https?:\/\//.test(blogUrl);
  return (
    <SettingsSection title={t('settings_posts')}>
      <div class={styles.ask}>
        <p class={styles.hint}>{t('template_settings_hint')}</p>
        <Button icon="blocks" href={hrefOf({ view: 'templates' })}>
          {t('template_title')}
        </Button>
      </div>
      <TextField
        label={t('settings_author')}
        hint={t('settings_author_hint')}
        value={author}
        onInput={(value) => saveSettings({ author: value })}
      />
      <TextField
        label={t('settings_blog')}
        hint={t('settings_blog_hint')}
        type="url"
        inputMode="url"
        placeholder={exampleAddress}
        value={blogUrl}
        error={badAddress ? t('settings_blog_error') : null}
        onInput={(value) => saveSettings({ blogUrl: value.trim() })}
      />
      <TextField
        label={t('settings_quote_limit')}
        hint={t('settings_quote_limit_hint')}
        type="number"
        unit="%"
        min={1}
        max={100}
        value={String(quoteLimit)}
        onInput={(value) => {
          if (value !== '' && Number(value) >= 1) void saveSettings({ quoteLimit: Number(value) });
        }}
      />
    </SettingsSection>
  );
}
