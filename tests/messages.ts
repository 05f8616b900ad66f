/** Interface texts for tests: the real ones, so that tests find things by the words people see. */

import { type InterfaceLanguage, useMessages } from '../lib/state/i18n';
import english from '../public/_locales/en/messages.json';
import chinese from '../public/_locales/zh_CN/messages.json';

export function speak(language: InterfaceLanguage, formats: string = language): void {
  useMessages(language, language === 'en' ? english : chinese, formats);
}
