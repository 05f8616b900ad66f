/** Shows an element in the top layer beside another one, and keeps it there while things scroll or grow. */
import { useLayoutEffect } from 'preact/hooks';

type Place = { align?: 'start' | 'end'; fitWidth?: boolean };
type Box = { current: HTMLElement | null };

const gap = 4;
const margin = 8;

/**
 * While `open`, `floating` (an element with `popover="manual"`) stands under `anchor`, or above it where there is more
 * room, never taller than that room.
 */
export function useFloating(
  open: boolean,
  anchor: Box,
  floating: Box,
  { align = 'start', fitWidth = false }: Place = {},
) {
  useLayoutEffect(() => {
    const element = floating.current;
    if (!open || !element) return;
    if (element.isConnected && !element.matches(':popover-open')) element.showPopover?.();
    const place = () => {
      if (!anchor.current) return;
      const from = anchor.current.getBoundingClientRect();
      const below = innerHeight - from.bottom - gap - margin;
      const above = from.top - gap - margin;
      element.style.maxHeight = '';
      if (fitWidth) element.style.width = `${from.width}px`;
      const wanted = element.scrollHeight + 2;
      const down = wanted <= below || below >= above;
      const height = Math.max(48, Math.min(wanted, down ? below : above));
      element.style.maxHeight = `${height}px`;
      element.style.top = `${down ? from.bottom + gap : from.top - gap - height}px`;
      const left = align === 'end' ? from.right - element.offsetWidth : from.left;
      element.style.left = `${Math.max(margin, Math.min(left, innerWidth - element.offsetWidth - margin))}px`;
    };
    place();
    addEventListener('scroll', place, true);
    addEventListener('resize', place);
    const resized = globalThis.ResizeObserver && new ResizeObserver(place);
    if (anchor.current) resized?.observe(anchor.current);
    return () => {
      removeEventListener('scroll', place, true);
      removeEventListener('resize', place);
      resized?.disconnect();
    };
  });
}
