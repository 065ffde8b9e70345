/** Lets a fault of an unawaited task reach the page's boundary (`window.onerror`, the test runner). */
export function reportFault(fault: unknown): void {
  setTimeout(() => {
    throw fault;
  });
}
