#!/usr/bin/python3
"""Writes xpatterns_data.cpp: what X counts as one, out of Debian's lists.

    makexpatterns.py <public_suffix_list.dat> <folder of Unicode's emoji files> <the file to write>

X's counter knows ends and emoji as old as it is (2019, Emoji 11). Where Debian's are of another age, an end or a
sequence too many could weigh less here than there: what comparing with that counter showed is below.
Equal packages give equal bytes.
"""
import re
import subprocess
import sys
from pathlib import Path

COUNTED_EMOJI = 11  # what is younger X counts by its parts
COUNTED_STYLES = 5.2  # the Unicode whose characters, those at most, may be asked for as a picture by U+FE0F
UNCOUNTED_STYLES = [[0x267E, 0xFE0F], [0x26A7, 0xFE0F]]  # and of them not these

# Ends that were withdrawn or never used, and in neither of Debian's lists: X still takes them.
WITHDRAWN = 'caseih iveco newholland rmit موبايلي'.split()
# Ends that are in them, and unknown to X: younger, another spelling, withdrawn earlier, ICANN's trials.
UNKNOWN = '''amazon kids music spa yu アマゾン 亚马逊 澳门 臺灣 ישראל السعوديه السعودیة السعودیۃ اليمن ايران سوريا پاكستان
δοκιμή испытание テスト 测试 測試 테스트
'''.split()


def public_suffixes(path):
    """The last labels of all rules of ICANN's section."""
    section = path.read_text(encoding='utf-8').split('===BEGIN ICANN DOMAINS===')[1]
    lines = section.split('// ===END ICANN DOMAINS===')[0].split('\n')
    return {line.split()[0].split('.')[-1].lower() for line in lines[1:] if line.strip() and not line.startswith('//')}


def earlier_ends():
    """What was an end in 2016 (Net::Domain::TLD), for those that were withdrawn since. Not its ends of countries in
    other scripts: most of ICANN's trials are among them, and no country gave up its own."""
    program = 'print "$_\\n" for map { tlds($_) } grep { $_ ne "ccidn" } Net::Domain::TLD::TLD_TYPES'
    names = subprocess.run(['/usr/bin/perl', '-MNet::Domain::TLD=tlds', '-e', program], check=True, capture_output=True,
                           encoding='utf-8').stdout.split('\n')
    decoded = {name[4:].encode().decode('punycode') if name.startswith('xn--') else name for name in names}
    return {name for name in decoded if re.fullmatch(r'[^\W\d_]+', name)}


def ends(suffixes):
    known = (public_suffixes(suffixes) | earlier_ends() | set(WITHDRAWN)) - set(UNKNOWN)
    return sorted(known, reverse=True)  # the longer one first, where another begins it


def lines_of(path, pattern):
    for line in path.read_text(encoding='utf-8').split('\n'):
        found = re.match(pattern, line)
        if found:
            yield [int(point, 16) for point in found[1].split()], found[2], float(found[3])


def is_counted(points, status, age):
    if points[0] == 0x1F441 and len(points) > 2:  # an eye in a speech bubble
        return 0xFE0F not in points
    if points[-1] == 0x20E3:  # a key of a telephone
        return True
    if points in UNCOUNTED_STYLES:
        return False
    man_or_woman_in_tuxedo = points[0] == 0x1F935 and points[-2:] in ([0x2640, 0xFE0F], [0x2642, 0xFE0F])
    return status == 'fully-qualified' and (age <= COUNTED_EMOJI or man_or_woman_in_tuxedo)


def emoji(folder):
    """Sequences that weigh 2 as a whole, and every character that is a picture by itself, which weighs 2 anyway."""
    taken = {(0xFE0F,)}  # asks for a picture: what is left of one where its character is an ordinary one too
    taken |= {(letter,) for letter in range(0x1F1E6, 0x1F200)}  # half a flag
    for points, status, age in lines_of(folder / 'emoji-test.txt', r'([0-9A-F ]+); (\S+) +# \S+ E([\d.]+) '):
        # Not the signs for copyright and trade marks, which are letters until U+FE0F follows.
        if points[0] >= 0x2000 if len(points) == 1 else is_counted(points, status, age):
            taken.add(tuple(points))
    for points, style, age in lines_of(folder / 'emoji-variation-sequences.txt',
                                       r'([0-9A-F ]+?) *; (emoji|text) style; *# \((\d+\.\d+)\)'):
        if style == 'emoji' and age <= COUNTED_STYLES and points[0] > 0x7F and points not in UNCOUNTED_STYLES:
            taken.add(tuple(points))
    return sorted((''.join(map(chr, points)) for points in taken), key=lambda text: text.encode('utf-16-be'))


def literal(text):
    escaped = (c if c < '\x7f' else f'\\u{ord(c):04X}' if c < '\U00010000' else f'\\U{ord(c):08X}' for c in text)
    return 'u"' + ''.join(escaped) + '"'


def main():
    suffixes, folder, target = map(Path, sys.argv[1:])
    tops, sequences = ends(suffixes), emoji(folder)
    if len(tops) < 1000 or len(sequences) < 2000:
        sys.exit(f'{len(tops)} ends and {len(sequences)} emoji: the lists are not what they were')
    tops_text = '\n    '.join(literal(top + '|') for top in tops[:-1]) + '\n    ' + literal(tops[-1])
    emoji_text = '\n    '.join(literal(sequence) + ',' for sequence in sequences)
    target.write_text(f'''// Made by makexpatterns.py.
#include "domain/notice/xpatterns.h"

namespace bongsu::x {{

const char16_t* const topDomains =
    {tops_text};

namespace {{
constexpr std::u16string_view sequences[] = {{
    {emoji_text}
}};
}} // namespace

const std::span<const std::u16string_view> emoji = sequences;

}} // namespace bongsu::x
''', encoding='ascii')


main()
