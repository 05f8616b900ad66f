/** Highlighting on live pages: one browser for all of it. */
import { describeAccessibility } from './highlighting/accessible';
import { useDesk } from './highlighting/desk';
import { describeFighting } from './highlighting/fighting';
import { describeFindingAgain } from './highlighting/found-again';
import { describeMarking } from './highlighting/marking';
import { describeVisits } from './highlighting/visits';
import { describeWaysIn } from './highlighting/ways-in';

const desk = useDesk();
// In this order: what was marked on the pages is looked for afterwards.
describeMarking(desk);
describeFindingAgain(desk);
describeFighting(desk);
describeWaysIn(desk);
describeVisits(desk);
describeAccessibility(desk);
