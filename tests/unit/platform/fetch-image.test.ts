import { describe, expect, it } from 'vitest';
import { isPublicAddress } from '../../../lib/model/public-address';
import { fetchBytes } from '../../../lib/platform/fetch-image';
import { originPattern } from '../../../lib/platform/permissions';

const { signal } = new AbortController();

describe('an image from the web', () => {
  it.each([
    'https://img.example.com/a.png',
    'http://8.8.8.8/a.png',
    'https://172.32.0.1/',
    'https://[2606:4700::1111]/a.png',
    'https://xn--fiqs8s.cn/a.png',
  ])('may be asked for at %s', (url) => expect(isPublicAddress(url)).toBe(true));

  it.each([
    'ftp://example.com/a.png',
    'data:image/png;base64,AAAA',
    'http://localhost/a.png',
    'http://router/a.png',
    'http://nas.local/a.png',
    'http://127.0.0.1/a.png',
    'http://2130706433/a.png',
    'http://10.1.2.3/',
    'http://192.168.1.1/',
    'http://172.16.0.1/',
    'http://169.254.169.254/latest',
    'http://100.64.0.1/',
    'http://[::1]/a.png',
    'http://[fd00::1]/a.png',
    'http://[fe80::1]/a.png',
    'http://[::ffff:10.0.0.1]/a.png',
    'http://[::7f00:1]/a.png',
    'http://[64:ff9b::7f00:1]/a.png',
    'http://[2002:7f00:1::]/a.png',
    'http://[2001:0:7f00:1::]/a.png',
    'http://[ff02::1]/a.png',
    'http://0x7f.1/a.png',
    'http://0177.0.0.1/a.png',
    'http://127.0.0.1./a.png',
    'http://localhost./a.png',
    'http://metadata.google.internal./a.png',
    'http://224.0.0.251/a.png',
    'https://name:word@img.example.com/a.png',
    'not an address',
  ])('is never asked for at %s', (url) => expect(isPublicAddress(url)).toBe(false));

  it('comes whole, asked for without cookies and referrer', async () => {
    let asked: RequestInit | undefined;
    const request = (async (_url: string, init?: RequestInit) => {
      asked = init;
      return new Response(new Uint8Array([1, 2, 3]));
    }) as typeof fetch;
    expect(await fetchBytes('https://a.example/x', signal, request)).toEqual(new Uint8Array([1, 2, 3]));
    expect(asked).toMatchObject({ credentials: 'omit', referrerPolicy: 'no-referrer' });
  });

  it('is nothing when it is missing, endless or refused', async () => {
    const answers = (make: () => Response) => (async () => make()) as unknown as typeof fetch;
    const endless = () =>
      new ReadableStream<Uint8Array>({ pull: (stream) => stream.enqueue(new Uint8Array(4 * 1024 * 1024)) });
    expect(
      await fetchBytes(
        'https://a.example/x',
        signal,
        answers(() => new Response('', { status: 404 })),
      ),
    ).toBeNull();
    expect(
      await fetchBytes(
        'https://a.example/x',
        signal,
        answers(() => new Response(endless())),
      ),
    ).toBeNull();
    const refuse = (() => Promise.reject(new TypeError('Failed to fetch'))) as typeof fetch;
    expect(await fetchBytes('https://a.example/x', signal, refuse)).toBeNull();
  });

  it.each(['http://127.0.0.1/a.png', 'http://router.lan/a.png', 'file:///a.png'])(
    'is nothing when its site led on to %s',
    async (end) => {
      const led = Object.defineProperty(new Response(new Uint8Array([1])), 'url', { value: end });
      expect(await fetchBytes('https://a.example/x', signal, (async () => led) as typeof fetch)).toBeNull();
    },
  );

  it('needs access to its site, whatever the port', () => {
    expect(originPattern('https://img.example.com:8443/a/b.png?c')).toBe('https://img.example.com/*');
  });
});
