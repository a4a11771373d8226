// Prints texts, a JSON array a line: [text, weight by X's own counter, graphemes by Intl.Segmenter]. The lines in
// counts.jsonl are of twitter-text 3.1.0 and node 20 (ICU 78, Unicode 17). To make them anew:
//   npm install twitter-text@3.1.0      (outside this source tree)
//   NODE_PATH=…/node_modules node tests/data/notices/makecounts.js > tests/data/notices/counts.jsonl
const {parseTweet} = require('twitter-text');
const segmenter = new Intl.Segmenter('ko', {granularity: 'grapheme'});

// Mulberry32: the same texts every time.
let state = 20221015;
const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (t ^ (t >>> 14)) >>> 0;
};
const below = n => next() % n;
const of = list => list[below(list.length)];
const times = (n, make) => Array.from({length: n}, make).join('');

const hangul = () => String.fromCodePoint(0xac00 + below(11172));
const word = () => of(['장애', '안내', '메신저', '택시', '지도', '외 6', '15:30경부터', '이용이 원활하지 않습니다.', '문의 1577-0000',
                       '원인을 확인하며', '긴급 조치하고', '있습니다.', '불편을 드려', '죄송합니다.', '[훈련]', '[장애 안내]']);
const english = () => of(['outage', 'since 15:30', 'We are sorry.', 'Messenger', 'Taxi', 'Map', 'and 6 more', '[EXERCISE]', 'e.g.',
                          'node.js', 'v1.2.3', '3.14', '1.5%', 'a.b', 'U.S.', 'etc...', 'file.txt', 'Mr.Kim', '0.5.1']);
const person = ['👨', '👩', '🧑', '👦', '👧', '👶', '👮', '🙋', '🏃', '👋', '✋', '☝', '🤝', '👍'];
const tone = ['🏻', '🏼', '🏽', '🏾', '🏿'];
const emoji = () => of([
    () => of(['😀', '🔥', '🚨', '⚠️', '⚠', '✅', '❌', '☎', '☎️', '☎︎', '📢', '🛠️', '⏰', '🕒', '▶', '▲', '●', '★', '❤️', '♥', '©', '®️', '™', '™️',
              '🥹', '🫡', '🫠', '🧯', '🚒', '🪫', '🅰️', '🈁', '㊗️', '〰️', '‼️', 'ℹ️', '↩️']),
    () => of(person) + of(tone),
    () => of(person),
    () => of(['👨‍👩‍👧‍👦', '👨‍👩‍👦', '👩‍👩‍👧', '👨‍👦', '👩‍❤️‍💋‍👨', '👩‍❤️‍👨', '🏳️‍🌈', '🏴‍☠️', '🏳️‍⚧️', '🐻‍❄️', '❤️‍🔥', '👁‍🗨', '🧑‍🤝‍🧑']),
    () => of(['👨', '👩', '🧑']) + (below(2) ? of(tone) : '') + '‍' + of(['⚕️', '🚒', '💻', '🔧', '🍳', '🎓', '🦯', '✈️']),
    () => of(['🏃', '👮', '🤷', '🙋']) + (below(2) ? of(tone) : '') + '‍' + of(['♀️', '♂️']),
    () => of(['🇰🇷', '🇺🇸', '🇯🇵', '🇪🇺', '🇽🇽', '🇰', '🇰🇷🇺🇸', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', '🏴󠁵󠁳󠁣󠁡󠁿']),
    () => of(['1️⃣', '#️⃣', '*⃣', '9', '#'])
])();
const domain = () => of(['status.example.kr', 'example.com', 'api.io', 'x.co', 'kr', 'example.notatop', 'sub.sub2.example.co.kr', 'EXAMPLE.COM',
                         'my-site.org', 'my_site.org', 'a_b.example.com', '한국.kr', '예시.한국', 'status.예시.com', 'é.fr', 'bücher.de', 'xn--3e0b707e.xn--3e0b707e',
                         '127.0.0.1', 'localhost', 'example.com.', '.com', '-a.com', 'exa--mple.com', 't.co', 'example.technology', 'example.москва']);
const path = () => of(['', '', '/', '/a', '/a/b.html', '/a?b=c&d=e', '?q=1', '/상태', '/a(b)c', '/a(b(c)d)', '/a,', '/a.', '/#top', ':8080', ':8080/x',
                       '/@name/', '/' + 'p'.repeat(1 + below(60)), '/a~b!', '/%ED%95%9C', '/é', '/а/б', '/a–b', '/a]', '/?']);
const address = () => of(['http://', 'https://', 'HTTPS://', 'ftp://', '', '', '', 'www.', '@', '#', '//', 'mail@', '$', '_', '-', '.']) + domain() + path();
const sign = () => of(['…', '—', '–', '·', '「', '」', '『', '』', '、', '。', '！', '？', '〈', '〉', '《', '》', '・', 'ー', '“', '”', '‘', '’', '′', '″', '‹', '†', '‰',
                       '※', '→', '□', '○', '￦', '\u200b', '\u200d', '\u2060', '\u00a0', '\u3000', '\ufeff', '\u202a', '\u200f', '\ufe0f', '漢', '字', '仮', 'カ', 'あ',
                       '〒', '㈜', '①', '⑴', 'Ω', 'Ж', 'ا', 'ไทย', 'नि', 'é', 'e\u0301', 'ᄒ', 'ᅡ', 'ᆫ', '\u1160', '똠', '펲', '𠮷', '𝒳', '\u20e3', '\u0e33', '\n', '\r\n', '\t']);
const space = () => of([' ', ' ', ' ', '', '\n']);
const parts = [hangul, word, english, emoji, address, sign, space];

const texts = [];
const add = text => texts.push(text);
['', ' ', '가'.repeat(140), '가'.repeat(141), 'a'.repeat(280), 'a'.repeat(281), '🔥'.repeat(140), '…', '—', '·', 'api.io', '가https://example.com나',
 '문의 status.example.kr'].forEach(add);
for (const make of parts) {
    for (let i = 0; i < 60; ++i) {
        add(make());
    }
}
for (let i = 0; i < 500; ++i) {                // an address next to anything
    add(of([hangul, word, sign, emoji, english, space])() + address() + of([hangul, word, sign, emoji, english, space])());
}
for (let i = 0; i < 400; ++i) {                // emoji in a row
    add(times(1 + below(6), emoji));
}
for (let i = 0; i < 300; ++i) {                // as a keyboard of another system writes them
    add(times(1 + below(12), () => of([hangul, word, sign])()).normalize('NFD'));
}
for (let i = 0; i < 700; ++i) {                // anything
    add(times(1 + below(40), () => of(parts)() + of(['', ' '])));
}
for (let i = 0; i < 200; ++i) {                // notices
    add(times(3 + below(20), () => word() + ' ') + of([address, emoji, english])());
}
for (let i = 0; i < 100; ++i) {                // long words without a space
    add(times(20 + below(120), () => of([hangul, () => '.', sign])()));
}
for (const text of texts) {
    const line = JSON.stringify([text, parseTweet(text).weightedLength, [...segmenter.segment(text)].length]);
    console.log(line.replace(/[\u007f-\uffff]/g, c => '\\u' + c.charCodeAt(0).toString(16).padStart(4, '0')));
}
