import type { Dispatcher } from 'undici';

/**
 * The same way, with word of the moment at which a request is written to its connection. Before
 * that nobody can have heard of it, whatever goes wrong.
 */
export function noticing(dispatcher: Dispatcher, sent: () => void): Dispatcher {
  return dispatcher.compose(
    (dispatch) => (options, handler) =>
      dispatch(options, {
        onRequestStart(controller, context) {
          handler.onRequestStart?.(controller, context);
          // Whoever gave up before is answered at this very moment, and nothing is written.
          if (!controller.aborted) sent();
        },
        onResponseStart: (...answer) => handler.onResponseStart?.(...answer),
        onResponseData: (...part) => handler.onResponseData?.(...part),
        onResponseEnd: (...end) => handler.onResponseEnd?.(...end),
        onResponseError: (...failure) => handler.onResponseError?.(...failure),
      }),
  );
}
