/** Every component in every state, for looking at and for screenshots; in development builds only. */
import { effect } from '@preact/signals';
import { render } from 'preact';
import { SettingsView } from '../../components/settings/settings-view';
import '../../components/ui/base.css';
import { loadMessages } from '../../lib/platform/i18n';
import { useMessages } from '../../lib/state/i18n';
import { settings } from '../../lib/state/settings';
import { startPage } from '../../lib/state/start-page';
import { Kit } from './kit';
import { PopupState } from './popup-state';
import './page.css';
import { popupStates } from './samples';

// preview.html?show=popup&state=known&theme=dark&language=zh-CN&text=200
const asked = new URLSearchParams(location.search);
await startPage();
const language = asked.get('language');
if (language === 'zh-CN') useMessages('zh-CN', await loadMessages('zh_CN'));
if (language === 'en') useMessages('en', await loadMessages('en'));
const root = document.documentElement;
// After the settings have had their say, each time.
effect(() => {
  root.dataset.theme = asked.get('theme') ?? settings.value.theme;
  root.dataset.density = asked.get('density') ?? settings.value.density;
});
if (asked.get('text')) root.style.fontSize = `${asked.get('text')}%`;

const show = asked.get('show') ?? 'kit';
const state = popupStates.find(({ name }) => name === asked.get('state'));

function All() {
  if (show === 'settings') return <SettingsView />;
  if (show === 'popup' && state) return <PopupState state={state} />;
  if (show === 'popup')
    return (
      <div class="states">
        {popupStates.map((each) => (
          <PopupState key={each.name} state={each} />
        ))}
      </div>
    );
  return <Kit />;
}

render(<All />, document.getElementById('view') ?? document.body);
