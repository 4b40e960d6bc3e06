// @ts-check
// Says what is missing where the playground cannot run. A plain script, since a page that is opened as a file loads no module.

(() => {
  /** @returns {string | undefined} */
  function missing() {
    if (location.protocol === "file:") {
      return "The playground cannot run from a file, since browsers give such a page no access to its parts. Serve its folder instead: python -m http.server";
    }
    if (typeof WebAssembly !== "object" || typeof Worker !== "function") {
      return "The playground needs WebAssembly and web workers, which this browser lacks or has switched off.";
    }
    return undefined;
  }

  const message = missing();
  if (message === undefined) return;
  document.documentElement.dataset.state = "failed";
  const trouble = /** @type {HTMLElement} */ (document.getElementById("trouble"));
  trouble.textContent = message;
  trouble.hidden = false;
  /** @type {HTMLElement} */ (document.getElementById("loading")).hidden = true;
})();
