// The Pangyo night with a catalogue and a committee: what screens of services and votes show.
#pragma once

namespace bongsu {

class Stage;

void openServices(Stage& stage);    // the page of services, at one that was promised back three times
void seeBlocker(Stage& stage);      // the same at what is blocked
void confirmServices(Stage& stage); // whoever owns services is asked whether it is so
void moveWithoutCriteria(Stage& stage);
void voteOnDisaster(Stage& stage); // a member of the committee is asked

} // namespace bongsu
