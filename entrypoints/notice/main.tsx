/** The popup that opens by itself where a person wanted to highlight and the browser lets no extension in. */
import { render } from 'preact';
import { RefusalView } from '../../components/popup/refusal-view';
import '../../components/ui/base.css';
import '../popup/page.css';
import { startPage } from '../../lib/state/start-page';

await startPage();
const reason = new URLSearchParams(location.search).get('reason') ?? '';
render(<RefusalView reason={reason} />, document.getElementById('view') ?? document.body);
