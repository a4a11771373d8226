# Whether what is to be built has room, before a linker dies of it. Source this file and say.sh, then: demandRoom GIB.

# Says what to do and fails where the disk that build/ is on has less left than so many GiB; what lies in build/ counts in.
demandRoom() {
    local wanted=$1 free built
    mkdir -p build
    free=$(df --output=avail -k build | tail -n 1)
    built=$(du -sk build | cut -f 1)
    if [ $(((free + built) / 1024 / 1024)) -lt "$wanted" ]; then
        say "디스크에 $((free / 1024 / 1024)) GiB가 남아 있습니다. 빌드에는 모두 ${wanted} GiB가 필요합니다. 아무것도 바꾸지 않았습니다. 공간을 비우고 다시 실행하십시오." \
            "$((free / 1024 / 1024)) GiB are left on the disk, and the build needs $wanted GiB in all. Nothing was changed. Free some room and run this again."
        return 1
    fi
}
