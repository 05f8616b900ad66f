/** The popup in one state, on the real state code with a world made of samples. */
import { useMemo } from 'preact/hooks';
import { PopupView } from '../../components/popup/popup-view';
import type { ImageBytes } from '../../lib/model/clip';
import { createPopup } from '../../lib/state/popup';
import { type PopupSample, sampleClip, sampleTags } from './samples';

const ignore = () => undefined;
const ways = {
  ...{ makePost: ignore, openClip: ignore, openOther: ignore, openLibrary: ignore, openSettings: ignore },
  ...{ openPanel: ignore, copyLink: ignore },
};

export function PopupState({ state }: { state: PopupSample }) {
  const popup = useMemo(() => startPopup(state), [state]);
  return (
    <div class="popup-frame" data-state={state.name}>
      <PopupView
        popup={popup}
        ways={ways}
        suggest={async (typed) => sampleTags.filter(({ key }) => key.includes(typed.toLowerCase()))}
      />
    </div>
  );
}

function startPopup({ clip: changes, outcome = undefined, failure, picture }: PopupSample) {
  const clip = { ...sampleClip, ...changes };
  const popup = createPopup({
    id: clip.id,
    clip: async () => (failure ? { ok: false, failure } : { ok: true, value: { clip, outcome: outcome ?? 'saved' } }),
    leave: ignore,
    request: async () => ({ ok: true, value: clip as never }),
    follow: async (_, onChange) => onChange(clip, picture ? await drawPicture() : null, []),
  });
  void popup.start();
  return popup;
}

/** A picture that looks like one: leather seats in the evening, more or less. */
async function drawPicture(): Promise<ImageBytes> {
  const canvas = new OffscreenCanvas(480, 320);
  const pen = canvas.getContext('2d');
  if (pen) {
    const sky = pen.createLinearGradient(0, 0, 480, 320);
    for (const [at, colour] of [0, 0.5, 1].map((x, i) => [x, ['sienna', 'saddlebrown', 'black'][i] ?? ''] as const))
      sky.addColorStop(at, colour);
    pen.fillStyle = sky;
    pen.fillRect(0, 0, 480, 320);
    pen.fillStyle = 'tan';
    for (let x = 40; x < 480; x += 150) pen.fillRect(x, 130, 100, 190);
  }
  const blob = await canvas.convertToBlob({ type: 'image/jpeg' });
  return { data: new Uint8Array(await blob.arrayBuffer()), type: blob.type };
}
