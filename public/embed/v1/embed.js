// <dti-whatif>: the calculator of Viet Nam's Digital Transformation Index in a frame of its own.
// Attributes: edition unit scenario show lang theme bg locked plain static api height title src.
// What stands inside is shown until the frame answers. Articles name the hash of this file, so it
// never changes; docs/embedding.md tells more.
(() => {
  if (customElements.get("dti-whatif")) return;
  const home = document.currentScript?.src;
  const TEXTS = { edition: "e", unit: "u", show: "show", lang: "lang", theme: "theme", bg: "bg" };
  const FLAGS = ["locked", "plain", "static", "api"];
  const TITLE = { vi: "Thử kịch bản DTI cấp tỉnh", en: "Provincial DTI what-if" };
  const within = (height) => Math.min(Math.max(height, 200), 5000);

  class DtiWhatif extends HTMLElement {
    static observedAttributes = [...Object.keys(TEXTS), ...FLAGS, "scenario", "title", "src"];
    #frame; #origin; #isOwn;
    #hear = ({ source, origin, data }) => {
      if (!this.#frame || source !== this.#frame.contentWindow || origin !== this.#origin) return;
      if (data?.v !== 1) return;
      if (data.type === "dti:height" && typeof data.height === "number" && data.height > 0) {
        this.#show(within(data.height));
      } else if (data.type === "dti:change" && this.hasAttribute("api")) {
        const { rank, score, scenario } = data;
        const detail = { rank, score, scenario };
        this.dispatchEvent(new CustomEvent("dti-change", { detail, bubbles: true }));
      }
    };

    connectedCallback() {
      const address = this.#address();
      if (this.#frame || !address) return;
      const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
      const frame = document.createElement("iframe");
      frame.loading = "lazy";
      frame.referrerPolicy = "no-referrer";
      frame.allow = "clipboard-write";
      const rights = "allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox";
      // A copy on the page's own origin would reach into the page.
      this.#isOwn = address.origin === location.origin;
      frame.setAttribute("sandbox", this.#isOwn ? rights : `${rights} allow-same-origin`);
      frame.style.cssText = "position:absolute;inset:0;width:100%;height:100%;border:0;visibility:hidden";
      this.style.display = "block";
      this.style.position = "relative";
      this.style.minHeight = `${within(Number(this.getAttribute("height")) || 640)}px`;
      this.#frame = frame;
      addEventListener("message", this.#hear);
      this.#name(address);
      frame.src = address.href;
      root.replaceChildren(document.createElement("slot"), frame);
    }

    disconnectedCallback() {
      removeEventListener("message", this.#hear);
      this.#frame?.remove();
      this.#frame = undefined;
    }

    attributeChangedCallback() {
      const address = this.#frame && this.#address();
      if (!address) return;
      this.#name(address);
      // Where only the fragment changes nothing is loaded; no step is added to the history.
      this.#frame.contentWindow?.location.replace(address.href);
    }

    #name(address) {
      this.#frame.title = this.getAttribute("title") || TITLE[this.getAttribute("lang")] || TITLE.vi;
      this.#origin = this.#isOwn ? "null" : address.origin;
    }

    /** Has the frame show a scenario, as text of the fragment; needs the attribute `api`. */
    set(scenario) {
      this.#frame?.contentWindow?.postMessage({ type: "dti:set", v: 1, scenario }, this.#isOwn ? "*" : this.#origin);
    }

    #show(height) {
      this.shadowRoot.querySelector("slot")?.remove();
      this.#frame.style.cssText = `display:block;width:100%;border:0;height:${height}px`;
      this.style.minHeight = "";
    }

    #address() {
      try {
        const src = this.getAttribute("src");
        const address = src ? new URL(src, document.baseURI) : new URL("./", home);
        if (!/^https?:$/.test(address.protocol)) return;
        const pairs = [address.hash.slice(1)];
        for (const [name, key] of Object.entries(TEXTS)) {
          const value = this.getAttribute(name);
          if (value) pairs.push(`${key}=${encodeURIComponent(value)}`);
        }
        for (const flag of FLAGS) if (this.hasAttribute(flag)) pairs.push(`${flag}=1`);
        pairs.push(this.getAttribute("scenario")?.replace(/^#/, ""));
        // Without a fragment the browser would load the frame again.
        address.hash = pairs.filter(Boolean).join("&") || "v=1";
        return address;
      } catch {} // No address: what stands inside stays.
    }
  }
  customElements.define("dti-whatif", DtiWhatif);
})();
