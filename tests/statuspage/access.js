// What a page looks like to eyes, measured in the page: contrast, room, targets, ids. Gives a list of faults.
(() => {
    const faults = [];
    const parts = colour => colour.match(/[\d.]+/g).map(Number);
    const over = (top, below) => {
        const alpha = top.length > 3 ? top[3] : 1;
        return [0, 1, 2].map(i => top[i] * alpha + below[i] * (1 - alpha));
    };
    const groundOf = element => {
        const chain = [];
        for (let at = element; at; at = at.parentElement) chain.unshift(parts(getComputedStyle(at).backgroundColor));
        return chain.reduce((below, top) => over(top, below), [255, 255, 255]);
    };
    const light = colour => {
        const [r, g, b] = colour.map(c => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const contrast = (a, b) => {
        const [high, low] = [light(a), light(b)].sort((x, y) => y - x);
        return (high + 0.05) / (low + 0.05);
    };
    const name = element => `${element.tagName.toLowerCase()}.${element.className} "${element.textContent.trim().slice(0, 30)}"`;
    const isShown = element => element.checkVisibility() && element.getClientRects().length > 0;

    let texts = 0;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const element = node.parentElement;
        if (!node.data.trim() || !isShown(element)) continue;
        const style = getComputedStyle(element);
        const size = parseFloat(style.fontSize);
        const least = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700) ? 3 : 4.5;
        const ground = groundOf(element);
        const found = contrast(over(parts(style.color), ground), ground);
        if (found < least) faults.push(`contrast ${found.toFixed(2)} of ${name(element)}`);
        if (size < 14) faults.push(`small text ${size} of ${name(element)}`);
        ++texts;
    }
    for (const mark of document.querySelectorAll(".state")) {
        const style = getComputedStyle(mark, "::before");
        if (style.content === "none" || contrast(parts(style.borderTopColor), groundOf(mark)) < 3)
            faults.push(`mark of ${name(mark)}`);
        if (!mark.textContent.trim()) faults.push("a state without a word");
    }
    for (const row of document.querySelectorAll(".services li"))
        if (row.querySelectorAll(".state").length !== 1) faults.push(`no state in ${name(row)}`);
    const edge = document.querySelector(".now");
    if (edge && contrast(parts(getComputedStyle(edge).borderLeftColor), groundOf(edge.parentElement)) < 3) faults.push("edge");

    if (document.documentElement.scrollWidth > document.documentElement.clientWidth) faults.push(`wider than the window: ${document.documentElement.scrollWidth}`);
    for (const link of document.querySelectorAll("a"))
        if (isShown(link) && link.className !== "skip") {
            const box = link.getBoundingClientRect();
            if (box.height < 24 || box.width < 24) faults.push(`target ${box.width.toFixed(0)}x${box.height.toFixed(0)} of ${name(link)}`);
        }
    const ids = [...document.querySelectorAll("[id]")].map(element => element.id);
    if (new Set(ids).size !== ids.length) faults.push("an id twice");
    if (!/^(ko|en)$/.test(document.documentElement.lang)) faults.push("language of the page");
    for (const part of document.querySelectorAll("body [lang]"))
        if (!/^(ko|en)$/.test(part.lang)) faults.push(`language of ${name(part)}`);
    if (!document.title.trim()) faults.push("no title");
    if (/user-scalable|maximum-scale/.test(document.querySelector("meta[name=viewport]")?.content ?? "user-scalable"))
        faults.push("may not be enlarged");
    for (const table of document.querySelectorAll("table"))
        if (!table.querySelector("thead th[scope=col]")) faults.push("a table without headings");
    return {faults, texts};
})()
