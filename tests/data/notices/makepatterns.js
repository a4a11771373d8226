// Prints model/domain/notice/xpatterns_data.cpp from twitter-text 3.1.0 and the twemoji-parser that comes with it:
//   npm install twitter-text@3.1.0      (outside this source tree)
//   NODE_PATH=…/node_modules node tests/data/notices/makepatterns.js | clang-format > model/domain/notice/xpatterns_data.cpp
const tops = ['validGTLD', 'validCCTLD'].flatMap(
    name => require('twitter-text/dist/regexp/' + name).source.match(/^\(\?:\(\?:(.*)\)\(\?=/)[1].split('|'));
const emoji = require('twemoji-parser/dist/lib/regex').default.source;

const escaped = text => [...text].map(c => {
    const point = c.codePointAt(0);
    return point < 0x7f ? c : point < 0x10000 ? '\\u' + point.toString(16).toUpperCase().padStart(4, '0')
                                             : '\\U' + point.toString(16).toUpperCase().padStart(8, '0');
}).join('');
const literals = (text, width = 90) => {
    const signs = [...text];
    const lines = [''];
    for (const sign of signs) {
        const word = escaped(sign);
        if (lines[lines.length - 1].length + word.length > width) {
            lines.push('');
        }
        lines[lines.length - 1] += word === '\\' ? '\\\\' : word;
    }
    return lines.map(line => `u"${line}"`).join('\n    ');
};

// From UTF-16 units, as JavaScript matches them, to characters.
const unit = '\\\\u([0-9a-f]{4})';
const scalar = (high, low) =>
    `\\x{${(0x10000 + ((parseInt(high, 16) - 0xd800) << 10) + (parseInt(low, 16) - 0xdc00)).toString(16)}}`;
const high = '\\\\u(d[89ab][0-9a-f]{2})';
const low = '\\\\u(d[c-f][0-9a-f]{2})';
const points = emoji
    .replace(new RegExp(high + '\\[((?:' + low + '-?)+)\\]', 'g'),
             (_, h, set) => `[${set.replace(new RegExp(low, 'g'), (__, l) => scalar(h, l))}]`)
    .replace(new RegExp(high + low, 'g'), (_, h, l) => scalar(h, l))
    .replace(new RegExp(unit, 'g'), (_, u) => `\\x{${u}}`);
if (/\\x\{d[89a-f]/.test(points)) {
    throw new Error('half a character is left in the pattern');
}

console.log(`#include "domain/notice/xpatterns.h"

namespace bongsu::x {

// Made by tests/data/notices/makepatterns.js. From twitter-text 3.1.0 (Copyright Twitter, Inc., Apache License 2.0).
const char16_t* const topDomains =
    ${literals(tops.join('|'))};

// From twemoji-parser 11.0.2 (Copyright Twitter, Inc., MIT License).
const char16_t* const emoji =
    ${literals(points)};

} // namespace bongsu::x`);
