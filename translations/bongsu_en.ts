<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Roles</name>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n difference</numerusform>
            <numerusform>%n differences</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Times</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bongsu::Bars</name>
    <message numerus="yes">
        <source>%n line(s) will be sent once connected.</source>
        <translation>
            <numerusform>%n line will be sent once connected.</numerusform>
            <numerusform>%n lines will be sent once connected.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bongsu::DeclareCard</name>
    <message numerus="yes">
        <source>from %n service(s)</source>
        <translation>
            <numerusform>from %n service</numerusform>
            <numerusform>from %n services</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>from %n minute(s)</source>
        <translation>
            <numerusform>from %n minute</numerusform>
            <numerusform>from %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>all %n service(s) there</source>
        <translation>
            <numerusform>the %n service there</numerusform>
            <numerusform>all %n services there</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bongsu::IncidentPage</name>
    <message numerus="yes">
        <source>Given to the printer: %n page(s).</source>
        <translation>
            <numerusform>Given to the printer: %n page.</numerusform>
            <numerusform>Given to the printer: %n pages.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bongsu::InviteSheet</name>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bongsu::ReadinessSheet</name>
    <message numerus="yes">
        <source>%n missing</source>
        <translation>
            <numerusform>%n missing</numerusform>
            <numerusform>%n missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Given to the printer: %n page(s).</source>
        <translation>
            <numerusform>Given to the printer: %n page.</numerusform>
            <numerusform>Given to the printer: %n pages.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bongsu::RosterSheet</name>
    <message numerus="yes">
        <source>Given to the printer: %n page(s).</source>
        <translation>
            <numerusform>Given to the printer: %n page.</numerusform>
            <numerusform>Given to the printer: %n pages.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bongsu::SeatActs</name>
    <message numerus="yes">
        <source>Called: %n seat(s).</source>
        <translation>
            <numerusform>Called: %n seat.</numerusform>
            <numerusform>Called: %n seats.</numerusform>
        </translation>
    </message>
</context>
</TS>
