<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Announcer</name>
    <message numerus="yes">
        <source>Code, %Ln lines</source>
        <translation>
            <numerusform>Code, %Ln line</numerusform>
            <numerusform>Code, %Ln lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Table, %Ln rows</source>
        <translation>
            <numerusform>Table, %Ln row</numerusform>
            <numerusform>Table, %Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Answer finished, %Ln words</source>
        <translation>
            <numerusform>Answer finished, %Ln word</numerusform>
            <numerusform>Answer finished, %Ln words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CauseWords</name>
    <message numerus="yes">
        <source>Asked %Ln times.</source>
        <translation>
            <numerusform>Asked %Ln time.</numerusform>
            <numerusform>Asked %Ln times.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It can be asked again in %Ln s.</source>
        <translation>
            <numerusform>It can be asked again in %Ln s.</numerusform>
            <numerusform>It can be asked again in %Ln s.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CodeWords</name>
    <message numerus="yes">
        <source>%Ln lines</source>
        <translation>
            <numerusform>%Ln line</numerusform>
            <numerusform>%Ln lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show all %Ln lines</source>
        <translation>
            <numerusform>Show the whole line</numerusform>
            <numerusform>Show all %Ln lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DropWords</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>text of %n characters</source>
        <translation>
            <numerusform>text of %n character</numerusform>
            <numerusform>text of %n characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FactWords</name>
    <message numerus="yes">
        <source>%1: %n days old, look them up</source>
        <translation>
            <numerusform>%1: %n day old, look them up</numerusform>
            <numerusform>%1: %n days old, look them up</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MediaTile</name>
    <message numerus="yes">
        <source>%Ln frames</source>
        <translation>
            <numerusform>%Ln frame</numerusform>
            <numerusform>%Ln frames</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ObstacleWords</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TurnWords</name>
    <message numerus="yes">
        <source>%Ln lines</source>
        <translation>
            <numerusform>%Ln line</numerusform>
            <numerusform>%Ln lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tf::ui::AnswerTree</name>
    <message numerus="yes">
        <source>%1  (%n versions)</source>
        <translation>
            <numerusform>%1  (%n version)</numerusform>
            <numerusform>%1  (%n versions)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tf::ui::BudgetLine</name>
    <message numerus="yes">
        <source>%n frames, ≈ %1 tokens</source>
        <translation>
            <numerusform>%n frame, ≈ %1 tokens</numerusform>
            <numerusform>%n frames, ≈ %1 tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frames that look like the one before are left out.</source>
        <translation>
            <numerusform>%n frame that looks like the one before is left out.</numerusform>
            <numerusform>%n frames that look like the one before are left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tf::ui::CodeView</name>
    <message numerus="yes">
        <source>… %Ln more bytes</source>
        <translation>
            <numerusform>… %Ln more byte</numerusform>
            <numerusform>… %Ln more bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tf::ui::FrameScreen</name>
    <message numerus="yes">
        <source>%n places of it are covered</source>
        <translation>
            <numerusform>%n place of it is covered</numerusform>
            <numerusform>%n places of it are covered</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tf::ui::FrameStrip</name>
    <message numerus="yes">
        <source>%n frames are sent</source>
        <translation>
            <numerusform>%n frame is sent</numerusform>
            <numerusform>%n frames are sent</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tf::ui::NewLinesPill</name>
    <message numerus="yes">
        <source>↓ %Ln new lines</source>
        <translation>
            <numerusform>↓ %Ln new line</numerusform>
            <numerusform>↓ %Ln new lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tf::ui::SavePanel</name>
    <message numerus="yes">
        <source>Replace the %n file(s) that are there</source>
        <translation>
            <numerusform>Replace the file that is there</numerusform>
            <numerusform>Replace the %n files that are there</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Save %n file(s)</source>
        <translation>
            <numerusform>Save %n file</numerusform>
            <numerusform>Save %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) saved into %1.</source>
        <translation>
            <numerusform>%n file saved into %1.</numerusform>
            <numerusform>%n files saved into %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tf::ui::SessionsPane</name>
    <message numerus="yes">
        <source>%n sessions are in the trash for 30 days</source>
        <translation>
            <numerusform>%n session is in the trash for 30 days</numerusform>
            <numerusform>%n sessions are in the trash for 30 days</numerusform>
        </translation>
    </message>
</context>
</TS>
