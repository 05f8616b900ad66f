/** What every page of the extension does before its first render: settings, language, theme. */
import { effect } from '@preact/signals';
import { chooseLanguage } from './i18n';
import { applyAppearance, followSettings, settings } from './settings';

/**
 * Resolves when texts and theme are right for the first paint: at once when the copy of the settings is there and the
 * language is the browser's. Later changes of the settings are followed.
 */
export async function startPage(): Promise<void> {
  const { cached, loaded } = followSettings();
  if (!cached) await loaded;
  applyAppearance();
  await chooseLanguage(settings.value.language);
  let chosen = settings.value.language;
  effect(() => {
    const { language } = settings.value;
    if (language !== chosen) void chooseLanguage(language);
    chosen = language;
  });
}
