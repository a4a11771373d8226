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
// And one after the other, whatever the lists of ends and of emoji have:
const letters = [...'abcdefghijklmnopqrstuvwxyz'];
const regional = letters.map((_, i) => String.fromCodePoint(0x1f1e6 + i));
for (const first of letters) {                 // ends of two letters
    add(letters.map(second => 'a.' + first + second).join(' '));
    add(letters.map(second => 'https://a.' + first + second + '/' + 'p'.repeat(20)).join(' '));
}
for (const first of regional) {                // flags
    add(regional.map(second => first + second).join(' '));
}
// Ends that were withdrawn (X still takes them), are too young for it, are in another script, or are none.
for (const end of ['raid', 'off', 'vista', 'intel', 'iveco', 'rmit', 'newholland', 'caseih', 'موبايلي', '工行', 'an', 'tp', 'yu', 'app', 'dev', 'zip',
                   'support', 'museum', 'onion', 'arpa', 'kids', 'music', 'spa', 'amazon', 'アマゾン', '臺灣', '台灣', '삼성', '닷컴', '한국', '테스트', 'рф',
                   'भारत', 'ไทย', 'عمان', 'test', 'invalid', 'localhost', 'local', 'txt', 'js', 'c']) {
    for (const text of ['서버.' + end, 'https://a.' + end + '/' + 'p'.repeat(40), 'a.com.' + end, 'x.' + end.toUpperCase() + '가', 'x.' + end + 'x']) {
        add(text);
    }
}
// Every character of the blocks where emoji are: alone, asked for as picture and as text, with a tone, as a key, and,
// where people are, with a sex and beside a man. (Of signs that are no emoji Unicode 17 joins fewer than Qt 6.4 does.)
const behind = ['', '\ufe0f', '\ufe0e', tone[2], '\u20e3'];
const joined = [tone[2] + '\u200d♀️', '\u200d♂️', '\ufe0f\u200d♂️', '\u200d👨'];
for (const [from, to, endings] of [[0x203c, 0x203d, behind], [0x2049, 0x204a, behind], [0x2100, 0x2200, behind], [0x2300, 0x2400, behind],
                                   [0x24c0, 0x24c3, behind], [0x25a0, 0x27c0, behind], [0x2930, 0x2940, behind], [0x2b00, 0x2b60, behind],
                                   [0x3030, 0x3040, behind], [0x3297, 0x329a, behind], [0x1f000, 0x1f010, behind], [0x1f0c0, 0x1f270, behind],
                                   [0x1f300, 0x1f650, behind], [0x1f680, 0x1f700, behind], [0x1f7e0, 0x1f7f0, behind], [0x1f900, 0x1fb00, behind],
                                   [0x1f3c0, 0x1f3d0, joined], [0x1f440, 0x1f4a0, joined], [0x1f640, 0x1f650, joined], [0x1f6a0, 0x1f6c0, joined],
                                   [0x1f910, 0x1f940, joined], [0x1f9d0, 0x1f9e0, joined]]) {
    for (let at = from; at < to; at += 16) {
        const row = Array.from({length: Math.min(16, to - at)}, (_, i) => String.fromCodePoint(at + i));
        for (const ending of endings) {
            add(row.map(character => character + ending).join(' '));
        }
    }
}
for (const text of texts) {
    const line = JSON.stringify([text, parseTweet(text).weightedLength, [...segmenter.segment(text)].length]);
    console.log(line.replace(/[\u007f-\uffff]/g, c => '\\u' + c.charCodeAt(0).toString(16).padStart(4, '0')));
}
