// Improves pages that already work without it: keys, print buttons, guards for forms.
// It holds no text of its own; words stand in the page, in the reader's language.
"use strict";

(() => {
    const storeKey = "roviec.keys";
    const one = (selector, root = document) => root.querySelector(selector);
    const all = (selector, root = document) => [...root.querySelectorAll(selector)];

    // Storage may be shut; then keys stay on.
    const keysAreOff = () => {
        try { return localStorage.getItem(storeKey) === "off"; } catch { return false; }
    };
    const setKeys = (on) => {
        try { localStorage.setItem(storeKey, on ? "on" : "off"); } catch { /* see above */ }
    };

    const isTyping = (element) =>
        element.isContentEditable || /^(SELECT|TEXTAREA)$/.test(element.tagName)
        || (element.tagName === "INPUT" && !/^(checkbox|radio|button|submit)$/.test(element.type));

    // Lists: j and k go from row to row; Enter opens, since the row's link has the focus.
    const rowLinks = () => all("table.work tbody tr:not(.group) th a[href]");
    const step = (by) => {
        const links = rowLinks();
        if (!links.length) return false;
        const row = document.activeElement.closest("table.work tr");
        const now = links.findIndex((link) => row && row.contains(link));
        const next = now < 0 ? (by > 0 ? 0 : links.length - 1) : now + by;
        const link = links[Math.min(Math.max(next, 0), links.length - 1)];
        link.focus();
        link.closest("tr").scrollIntoView({ block: "nearest" });
        return true;
    };

    const showHelp = () => {
        const help = one("dialog#keys");
        if (!help || help.open) return false;
        help.showModal();
        return true;
    };

    const findField = () => {
        const field = one(".find input");
        if (!field) return false;
        field.focus();
        field.select();
        return true;
    };

    // A link or button names its own keys: data-key="g v" or data-key="n".
    let chord = "";
    let chordEnds = 0;
    const follow = (key, time) => {
        const keys = time < chordEnds ? `${chord} ${key}` : key;
        const target = all("[data-key]").find((element) => element.dataset.key === keys);
        if (target) {
            chord = "";
            chordEnds = 0;
            target.click();
            return true;
        }
        const begins = all("[data-key]").some((el) => el.dataset.key.startsWith(`${key} `));
        chord = begins ? key : "";
        chordEnds = begins ? time + 1200 : 0;
        return begins;
    };

    document.addEventListener("keydown", (event) => {
        if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
        if (isTyping(event.target) || one("dialog[open]")) return;
        if (event.key === "?") {
            if (showHelp()) event.preventDefault();
            return;
        }
        if (keysAreOff()) return;
        const simple = { j: () => step(1), k: () => step(-1), "/": findField };
        const done = event.timeStamp >= chordEnds && simple[event.key]
            ? simple[event.key]()
            : follow(event.key, event.timeStamp);
        if (done) event.preventDefault();
    });

    // One-letter keys can be turned off (WCAG 2.1.4).
    for (const box of all("[data-keys-switch]")) {
        box.checked = !keysAreOff();
        box.addEventListener("change", () => setKeys(box.checked));
    }
    for (const button of all("[data-open-keys]")) {
        button.hidden = false;
        button.addEventListener("click", showHelp);
    }
    for (const button of all("[data-print]")) {
        button.hidden = false;
        button.addEventListener("click", () => window.print());
    }

    // Forms: what was typed is not lost by a slip, and what was sent is not sent twice.
    const isPost = (form) => form.method.toLowerCase() === "post";
    const changed = new Set();
    document.addEventListener("input", (event) => {
        const form = event.target.form;
        if (form && isPost(form) && form.matches(".form")) changed.add(form);
    });
    document.addEventListener("submit", (event) => {
        const form = event.target;
        if (event.defaultPrevented || !isPost(form)) return;
        if (form.dataset.sent) {
            event.preventDefault();
            return;
        }
        form.dataset.sent = "yes";
        changed.delete(form);
        if (event.submitter) event.submitter.setAttribute("aria-busy", "true");
    });
    window.addEventListener("beforeunload", (event) => {
        if (changed.size) event.preventDefault();
    });
    // Back to a page the browser kept: its forms may be sent again.
    window.addEventListener("pageshow", (event) => {
        if (!event.persisted) return;
        for (const form of all("form[data-sent]")) delete form.dataset.sent;
        for (const button of all("[aria-busy]")) button.removeAttribute("aria-busy");
    });

    // What changes while one looks is asked for again. A line that is down leaves what stands there.
    for (const part of all("[data-refresh]")) {
        const seconds = Math.max(5, Number(part.dataset.refresh) || 0);
        setInterval(async () => {
            if (document.hidden) return;
            try {
                const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
                if (!answer.ok) return;
                const page = new DOMParser().parseFromString(await answer.text(), "text/html");
                const fresh = page.getElementById(part.id);
                if (!fresh || fresh.innerHTML === part.innerHTML) return;
                part.replaceChildren(...fresh.childNodes);
            } catch { /* see above */ }
        }, seconds * 1000);
    }

    // A finger draws a name. Each stroke puts the picture into the form's own input, so that the form
    // is sent as any form with a file.
    for (const pad of all("[data-pad]")) {
        const board = one("canvas", pad);
        const input = one("input[type=file]", pad);
        const pen = board.getContext("2d");
        if (!pen || !window.DataTransfer) continue;
        pad.hidden = false;
        let last = null;
        const wipe = () => {
            pen.fillStyle = "#fff";
            pen.fillRect(0, 0, board.width, board.height);
            input.value = "";
        };
        const place = (event) => {
            const box = board.getBoundingClientRect();
            return [
                (event.clientX - box.left) * board.width / box.width,
                (event.clientY - box.top) * board.height / box.height,
            ];
        };
        const draw = (to) => {
            pen.strokeStyle = "#000";
            pen.lineWidth = 5;
            pen.lineCap = "round";
            pen.beginPath();
            pen.moveTo(...last);
            pen.lineTo(...to);
            pen.stroke();
            last = to;
        };
        const keep = () => {
            const text = atob(board.toDataURL("image/png").split(",")[1]);
            const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
            const files = new DataTransfer();
            files.items.add(new File([bytes], "chu-ky.png", { type: "image/png" }));
            input.files = files.files;
            input.dispatchEvent(new Event("input", { bubbles: true }));
        };
        board.addEventListener("pointerdown", (event) => {
            event.preventDefault();
            board.setPointerCapture(event.pointerId);
            last = place(event);
            draw(last);
        });
        board.addEventListener("pointermove", (event) => {
            if (last) draw(place(event));
        });
        for (const end of ["pointerup", "pointercancel"]) {
            board.addEventListener(end, () => {
                if (!last) return;
                last = null;
                keep();
            });
        }
        one("[data-pad-clear]", pad).addEventListener("click", wipe);
        wipe();
    }

    // Mistakes: read them first, and go to the field itself.
    const errors = one(".errors[tabindex]");
    if (errors) errors.focus();
    for (const link of all('.errors a[href^="#"]')) {
        link.addEventListener("click", (event) => {
            const field = document.getElementById(decodeURIComponent(link.hash.slice(1)));
            if (!field) return;
            event.preventDefault();
            field.focus();
            field.scrollIntoView({ block: "center" });
        });
    }
})();
