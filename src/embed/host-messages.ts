/**
 * Tells the page around an iframe how large its content is, in the dialects that hosts understand: Canvas, WordPress,
 * which gives its secret in the fragment, and open-iframe-resizer.
 * @see https://canvas.instructure.com/doc/api/file.lti_window_post_message.html
 * @see https://github.com/Lemick/open-iframe-resizer
 */
export function postHeight(host: Pick<Window, 'postMessage'>, height: number, width: number, fragment: string): void {
  const [, secret] = /[#?&]secret=([\w-]+)/.exec(fragment) ?? [];
  host.postMessage({ subject: 'lti.frameResize', height }, '*');
  host.postMessage({ message: 'height', value: height, secret }, '*');
  host.postMessage({ type: 'iframe-resized', width, height }, '*');
}
