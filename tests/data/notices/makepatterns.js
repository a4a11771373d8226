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

// From twemoji-parser 11.0.2, rewritten from UTF-16 units to characters, under the MIT License:
// Copyright (c) 2018 Twitter, Inc. Permission is hereby granted, free of charge, to any person obtaining a copy
// of this software and associated documentation files (the "Software"), to deal in the Software without
// restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute,
// sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do
// so, subject to the following conditions: The above copyright notice and this permission notice shall be
// included in all copies or substantial portions of the Software. THE SOFTWARE IS PROVIDED "AS IS", WITHOUT
// WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
// FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE
// LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING
// FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
const char16_t* const emoji =
    ${literals(points)};

} // namespace bongsu::x`);
