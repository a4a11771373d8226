# One sentence in the reader's language. Source this file, then: say "한국어 문장" "An English sentence".
say() {
    case "${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}" in
        ko*) printf '%s\n' "$1" >&2 ;;
        *) printf '%s\n' "$2" >&2 ;;
    esac
}
