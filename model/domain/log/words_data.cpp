#include "domain/log/words.h"

namespace bongsu {

// Data, not wording: the words are part of the format and are never translated or changed. Chosen to be told
// apart on a bad line: two Korean words differ in two sounds at least, after folding what sounds alike
// (plain, tense and aspirated consonants, the two e, final consonants); two English words in two letters, and
// none is the beginning of another. Everyday things; nothing that could be taken for news of the incident.
const std::array<SpokenWord, 256>& spokenWords() {
    static constexpr std::array<SpokenWord, 256> all{{
        {u"가을", u"autumn"},    {u"가족", u"family"},    {u"간식", u"snack"},     {u"감자", u"potato"},
        {u"강물", u"river"},     {u"강철", u"steel"},     {u"개미", u"ant"},       {u"거북", u"turtle"},
        {u"거위", u"goose"},     {u"거인", u"giant"},     {u"검정", u"black"},     {u"겨울", u"winter"},
        {u"결혼", u"wedding"},   {u"계곡", u"valley"},    {u"계단", u"stairs"},    {u"고추", u"pepper"},
        {u"공원", u"park"},      {u"공책", u"notebook"},  {u"공항", u"airport"},   {u"광장", u"plaza"},
        {u"교사", u"teacher"},   {u"교실", u"classroom"}, {u"구름", u"cloud"},     {u"구리", u"copper"},
        {u"국수", u"noodle"},    {u"그네", u"swing"},     {u"그릇", u"bowl"},      {u"그림", u"picture"},
        {u"그물", u"net"},       {u"기린", u"giraffe"},   {u"기타", u"guitar"},    {u"김치", u"kimchi"},
        {u"깃발", u"flag"},      {u"까치", u"magpie"},    {u"꽃게", u"crab"},      {u"꽃잎", u"petal"},
        {u"꿀벌", u"honeybee"},  {u"나무", u"tree"},      {u"나비", u"butterfly"}, {u"나사", u"screw"},
        {u"나팔", u"trumpet"},   {u"낙타", u"camel"},     {u"낚시", u"fishing"},   {u"냄비", u"saucepan"},
        {u"노랑", u"yellow"},    {u"노을", u"twilight"},  {u"농장", u"farm"},      {u"눈썹", u"eyebrow"},
        {u"늑대", u"wolf"},      {u"다리", u"bridge"},    {u"단추", u"button"},    {u"달걀", u"egg"},
        {u"달력", u"calendar"},  {u"달빛", u"moonlight"}, {u"당근", u"carrot"},    {u"대륙", u"continent"},
        {u"도넛", u"donut"},     {u"도로", u"road"},      {u"돌담", u"stonewall"}, {u"동굴", u"cave"},
        {u"동전", u"coin"},      {u"돛대", u"mast"},      {u"두부", u"tofu"},      {u"들판", u"meadow"},
        {u"등산", u"hiking"},    {u"땅콩", u"peanut"},    {u"레몬", u"lemon"},     {u"마당", u"yard"},
        {u"만두", u"dumpling"},  {u"만화", u"comic"},     {u"말굽", u"horseshoe"}, {u"망고", u"mango"},
        {u"망치", u"hammer"},    {u"메기", u"catfish"},   {u"멸치", u"anchovy"},   {u"모래", u"sand"},
        {u"모자", u"hat"},       {u"목수", u"carpenter"}, {u"무게", u"weight"},    {u"무늬", u"pattern"},
        {u"무릎", u"knee"},      {u"문어", u"octopus"},   {u"물병", u"bottle"},    {u"미소", u"smile"},
        {u"바다", u"ocean"},     {u"바람", u"wind"},      {u"바위", u"rock"},      {u"박하", u"mint"},
        {u"반도", u"peninsula"}, {u"방학", u"vacation"},  {u"배추", u"cabbage"},   {u"백합", u"lily"},
        {u"버섯", u"mushroom"},  {u"베개", u"pillow"},    {u"벽돌", u"brick"},     {u"별빛", u"starlight"},
        {u"보라", u"purple"},    {u"봉투", u"envelope"},  {u"부엌", u"kitchen"},   {u"부채", u"fan"},
        {u"북극", u"arctic"},    {u"분홍", u"pink"},      {u"비누", u"soap"},      {u"빵집", u"bakery"},
        {u"사과", u"apple"},     {u"사막", u"desert"},    {u"사슴", u"deer"},      {u"사자", u"lion"},
        {u"산맥", u"mountain"},  {u"산호", u"coral"},     {u"살구", u"apricot"},   {u"삼촌", u"uncle"},
        {u"상어", u"shark"},     {u"새벽", u"dawn"},      {u"새우", u"shrimp"},    {u"색깔", u"color"},
        {u"생강", u"ginger"},    {u"생일", u"birthday"},  {u"서랍", u"drawer"},    {u"서리", u"frost"},
        {u"선물", u"gift"},      {u"선반", u"shelf"},     {u"선수", u"athlete"},   {u"선장", u"captain"},
        {u"설탕", u"sugar"},     {u"소금", u"salt"},      {u"소설", u"novel"},     {u"소풍", u"picnic"},
        {u"손님", u"guest"},     {u"손목", u"wrist"},     {u"수건", u"towel"},     {u"수달", u"otter"},
        {u"수영", u"swimming"},  {u"시계", u"clock"},     {u"시장", u"market"},    {u"식빵", u"toast"},
        {u"식초", u"vinegar"},   {u"신문", u"newspaper"}, {u"신발", u"shoes"},     {u"씨앗", u"seed"},
        {u"아기", u"baby"},      {u"아침", u"morning"},   {u"안개", u"fog"},       {u"안경", u"glasses"},
        {u"암탉", u"hen"},       {u"앵두", u"cherry"},    {u"야구", u"baseball"},  {u"약국", u"pharmacy"},
        {u"양파", u"onion"},     {u"어깨", u"shoulder"},  {u"어부", u"fisherman"}, {u"언덕", u"hill"},
        {u"엔진", u"engine"},    {u"여름", u"summer"},    {u"여왕", u"queen"},     {u"여행", u"travel"},
        {u"연극", u"theater"},   {u"연꽃", u"lotus"},     {u"연어", u"salmon"},    {u"연필", u"pencil"},
        {u"열매", u"fruit"},     {u"염소", u"goat"},      {u"영웅", u"hero"},      {u"오리", u"duck"},
        {u"와플", u"waffle"},    {u"왕관", u"crown"},     {u"요정", u"fairy"},     {u"요트", u"yacht"},
        {u"우물", u"well"},      {u"우산", u"umbrella"},  {u"우유", u"milk"},      {u"우주", u"universe"},
        {u"우표", u"stamp"},     {u"웃음", u"laughter"},  {u"위성", u"satellite"}, {u"은빛", u"silver"},
        {u"은행", u"bank"},      {u"음악", u"music"},     {u"이불", u"blanket"},   {u"이슬", u"dew"},
        {u"이웃", u"neighbor"},  {u"인삼", u"ginseng"},   {u"인형", u"doll"},      {u"자두", u"plum"},
        {u"자매", u"sister"},    {u"자석", u"magnet"},    {u"작가", u"writer"},    {u"장갑", u"glove"},
        {u"저녁", u"evening"},   {u"전등", u"lamp"},      {u"점심", u"lunch"},     {u"접시", u"plate"},
        {u"정원", u"garden"},    {u"젤리", u"jelly"},     {u"조각", u"sculpture"}, {u"조개", u"clam"},
        {u"주스", u"juice"},     {u"주황", u"orange"},    {u"줄기", u"stem"},      {u"지갑", u"wallet"},
        {u"지구", u"earth"},     {u"지도", u"map"},       {u"지붕", u"roof"},      {u"진주", u"pearl"},
        {u"참새", u"sparrow"},   {u"참치", u"tuna"},      {u"책장", u"bookcase"},  {u"천사", u"angel"},
        {u"초록", u"green"},     {u"초원", u"prairie"},   {u"촛불", u"candle"},    {u"축제", u"festival"},
        {u"춤꾼", u"dancer"},    {u"치마", u"skirt"},     {u"치즈", u"cheese"},    {u"침대", u"bed"},
        {u"캠핑", u"camping"},   {u"커튼", u"curtain"},   {u"태양", u"sun"},       {u"택시", u"taxi"},
        {u"터널", u"tunnel"},    {u"텐트", u"tent"},      {u"토끼", u"rabbit"},    {u"튤립", u"tulip"},
        {u"트럭", u"truck"},     {u"판사", u"judge"},     {u"팽이", u"spinner"},   {u"퍼즐", u"puzzle"},
        {u"펭귄", u"penguin"},   {u"편지", u"letter"},    {u"폭포", u"waterfall"}, {u"표범", u"leopard"},
        {u"푸딩", u"pudding"},   {u"풀잎", u"grass"},     {u"풍선", u"balloon"},   {u"피리", u"flute"},
        {u"피자", u"pizza"},     {u"하늘", u"sky"},       {u"하마", u"hippo"},     {u"하양", u"white"},
        {u"하프", u"harp"},      {u"학생", u"student"},   {u"한복", u"hanbok"},    {u"항구", u"harbor"},
        {u"항해", u"voyage"},    {u"해변", u"beach"},     {u"헛간", u"barn"},      {u"형제", u"brother"},
        {u"호박", u"pumpkin"},   {u"호수", u"lake"},      {u"호텔", u"hotel"},     {u"홍합", u"mussel"},
        {u"화가", u"painter"},   {u"화분", u"flowerpot"}, {u"화살", u"arrow"},     {u"황금", u"gold"},
    }};
    return all;
}

} // namespace bongsu
