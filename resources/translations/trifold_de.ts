<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;New Session</source>
        <translation>Neue &amp;Sitzung</translation>
    </message>
    <message>
        <source>New &amp;Window</source>
        <translation>Neues &amp;Fenster</translation>
    </message>
    <message>
        <source>&amp;Export Session…</source>
        <translation>Sitzung &amp;exportieren …</translation>
    </message>
    <message>
        <source>&amp;Close Window</source>
        <translation>Fenster s&amp;chließen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Undo in Session</source>
        <translation>In der Sitzung &amp;rückgängig machen</translation>
    </message>
    <message>
        <source>&amp;Find in Session</source>
        <translation>In der Sitzung &amp;suchen</translation>
    </message>
    <message>
        <source>Find &amp;Next</source>
        <translation>&amp;Nächster Treffer</translation>
    </message>
    <message>
        <source>Find &amp;Previous</source>
        <translation>&amp;Vorheriger Treffer</translation>
    </message>
    <message>
        <source>Search &amp;All Sessions</source>
        <translation>&amp;Alle Sitzungen durchsuchen</translation>
    </message>
    <message>
        <source>&amp;Copy Last Code Block</source>
        <translation>Letzten Codeblock &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Edit Last Question</source>
        <translation>Letzte &amp;Frage ändern</translation>
    </message>
    <message>
        <source>Previous &amp;Branch</source>
        <translation>&amp;Vorheriger Zweig</translation>
    </message>
    <message>
        <source>Next B&amp;ranch</source>
        <translation>&amp;Nächster Zweig</translation>
    </message>
    <message>
        <source>Co&amp;mpare Branches</source>
        <translation>&amp;Zweige vergleichen</translation>
    </message>
    <message>
        <source>&amp;Previous Question</source>
        <translation>V&amp;orherige Frage</translation>
    </message>
    <message>
        <source>&amp;Next Question</source>
        <translation>Nächs&amp;te Frage</translation>
    </message>
    <message>
        <source>&amp;Thinking: Next Mode</source>
        <translation>&amp;Denken: nächste Stufe</translation>
    </message>
    <message>
        <source>Choose En&amp;gine…</source>
        <translation>&amp;Engine wählen …</translation>
    </message>
    <message>
        <source>&amp;Stop Answer</source>
        <translation>&amp;Antwort anhalten</translation>
    </message>
    <message>
        <source>C&amp;ommands…</source>
        <translation>&amp;Befehle …</translation>
    </message>
    <message>
        <source>Pre&amp;vious Session</source>
        <translation>&amp;Vorherige Sitzung</translation>
    </message>
    <message>
        <source>Ne&amp;xt Session</source>
        <translation>&amp;Nächste Sitzung</translation>
    </message>
    <message>
        <source>&amp;Sessions</source>
        <translation>&amp;Sitzungen</translation>
    </message>
    <message>
        <source>&amp;Inspector</source>
        <translation>&amp;Inspektor</translation>
    </message>
    <message>
        <source>&amp;Next Pane</source>
        <translation>Nächster Berei&amp;ch</translation>
    </message>
    <message>
        <source>&amp;Previous Pane</source>
        <translation>V&amp;orheriger Bereich</translation>
    </message>
    <message>
        <source>&amp;Larger</source>
        <translation>&amp;Größer</translation>
    </message>
    <message>
        <source>S&amp;maller</source>
        <translation>&amp;Kleiner</translation>
    </message>
    <message>
        <source>Ac&amp;tual Size</source>
        <translation>Originalg&amp;röße</translation>
    </message>
    <message>
        <source>Close Key List, Pane or Notice on Top</source>
        <translation>Tastenliste, Bereich oder obersten Hinweis schließen</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;About Trifold</source>
        <translation>Ü&amp;ber Trifold</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Session</source>
        <translation>&amp;Sitzung</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Attach Files…</source>
        <translation>&amp;Dateien anhängen …</translation>
    </message>
    <message>
        <source>Attach &amp;Folder…</source>
        <translation>&amp;Ordner anhängen …</translation>
    </message>
    <message>
        <source>Branc&amp;h Here</source>
        <translation>&amp;Hier verzweigen</translation>
    </message>
    <message>
        <source>Retr&amp;y Last Answer</source>
        <translation>Letzte Frage e&amp;rneut stellen</translation>
    </message>
    <message>
        <source>Retry &amp;With…</source>
        <translation>Erneut fragen &amp;mit …</translation>
    </message>
    <message>
        <source>La&amp;rger Code</source>
        <translation>Code größer &amp;zeigen</translation>
    </message>
    <message>
        <source>Sm&amp;aller Code</source>
        <translation>Code k&amp;leiner zeigen</translation>
    </message>
    <message>
        <source>Code as Large as &amp;Words</source>
        <translation>Code so groß &amp;wie Text</translation>
    </message>
    <message>
        <source>Announce Finished Paragrap&amp;hs</source>
        <translation>&amp;Fertige Absätze ansagen</translation>
    </message>
    <message>
        <source>From the &amp;System</source>
        <translation>Vom &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;English</source>
        <translation>&amp;English</translation>
    </message>
    <message>
        <source>&amp;Deutsch</source>
        <translation>&amp;Deutsch</translation>
    </message>
    <message>
        <source>简体中文 (&amp;Z)</source>
        <translation>简体中文 (&amp;Z)</translation>
    </message>
    <message>
        <source>Th&amp;eme</source>
        <translation>F&amp;arbschema</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>Sprac&amp;he</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Ask With Thinking O&amp;ff and On</source>
        <translation>Ohne &amp;und mit Denken fragen</translation>
    </message>
    <message>
        <source>Open &amp;File of the Repository…</source>
        <translation>&amp;Datei des Repositorys öffnen …</translation>
    </message>
    <message>
        <source>&amp;Jump to Line or Moment…</source>
        <translation>Zu Zeile oder Mo&amp;ment springen …</translation>
    </message>
    <message>
        <source>&amp;Back to the Place Before</source>
        <translation>Zurück zur vorigen S&amp;telle</translation>
    </message>
    <message>
        <source>Forwar&amp;d Again</source>
        <translation>Wi&amp;eder vorwärts</translation>
    </message>
    <message>
        <source>What Goes &amp;Along</source>
        <translation>Was &amp;mitgeht</translation>
    </message>
    <message>
        <source>&amp;Code</source>
        <translation>&amp;Code</translation>
    </message>
    <message>
        <source>&amp;Pictures</source>
        <translation>&amp;Bilder</translation>
    </message>
    <message>
        <source>&amp;Frames of a Recording</source>
        <translation>Ein&amp;zelbilder einer Aufnahme</translation>
    </message>
    <message>
        <source>Files of an Ans&amp;wer</source>
        <translation>&amp;Dateien einer Antwort</translation>
    </message>
    <message>
        <source>&amp;Request</source>
        <translation>&amp;Anfrage</translation>
    </message>
    <message>
        <source>&amp;Engine</source>
        <translation>&amp;Engine</translation>
    </message>
    <message>
        <source>Inspe&amp;ctor Tab</source>
        <translation>Ins&amp;pektor-Reiter</translation>
    </message>
</context>
<context>
    <name>Announcer</name>
    <message numerus="yes">
        <source>Code, %Ln lines</source>
        <translation>
            <numerusform>Code, %Ln Zeile</numerusform>
            <numerusform>Code, %Ln Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Table, %Ln rows</source>
        <translation>
            <numerusform>Tabelle, %Ln Zeile</numerusform>
            <numerusform>Tabelle, %Ln Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>Answer started</source>
        <translation>Antwort beginnt</translation>
    </message>
    <message numerus="yes">
        <source>Answer finished, %Ln words</source>
        <translation>
            <numerusform>Antwort fertig, %Ln Wort</numerusform>
            <numerusform>Antwort fertig, %Ln Wörter</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BudgetWords</name>
    <message>
        <source>repository</source>
        <translation>Repository</translation>
    </message>
    <message>
        <source>texts</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>clips</source>
        <translation>Clips</translation>
    </message>
    <message>
        <source>history</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>kept free for the answer</source>
        <translation>frei gehalten für die Antwort</translation>
    </message>
    <message>
        <source>%1: %2 tokens</source>
        <translation>%1: %2 Token</translation>
    </message>
    <message>
        <source>%1: %2 tokens, %3 of %4</source>
        <translation>%1: %2 Token, %3 von %4</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 Token</translation>
    </message>
    <message>
        <source>%1 tokens more than this engine can read with room for an answer. Press Fit, leave something out, or choose an engine with a longer context.</source>
        <translation>%1 Token mehr, als diese Engine mit Platz für eine Antwort lesen kann. „Einpassen“ drücken, etwas weglassen oder eine Engine mit längerem Kontext wählen.</translation>
    </message>
    <message>
        <source>Above the price step at %1: every token costs more. %2 less would be below it.</source>
        <translation>Über der Preisstufe bei %1: Jedes Token kostet mehr. Mit %2 weniger läge es darunter.</translation>
    </message>
    <message>
        <source>%1 tokens are left below the price step at %2.</source>
        <translation>Noch %1 Token bis zur Preisstufe bei %2.</translation>
    </message>
</context>
<context>
    <name>CauseWords</name>
    <message>
        <source>The model on this machine</source>
        <translation>Das Modell auf diesem Rechner</translation>
    </message>
    <message numerus="yes">
        <source>Asked %Ln times.</source>
        <translation>
            <numerusform>%Ln-mal gefragt.</numerusform>
            <numerusform>%Ln-mal gefragt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Endpoint “%1”.</source>
        <translation>Endpunkt „%1“.</translation>
    </message>
    <message>
        <source>Endpoint “%1”, model %2.</source>
        <translation>Endpunkt „%1“, Modell %2.</translation>
    </message>
    <message>
        <source>%1 (HTTP %2)</source>
        <translation>%1 (HTTP %2)</translation>
    </message>
    <message>
        <source>%1 refused the key.</source>
        <translation>%1 hat den Schlüssel abgelehnt.</translation>
    </message>
    <message>
        <source>Check the key in the endpoint&apos;s settings: it may be wrong, run out, or of another region.</source>
        <translation>Den Schlüssel in den Einstellungen des Endpunkts prüfen: Er kann falsch oder abgelaufen sein oder zu einer anderen Region gehören.</translation>
    </message>
    <message>
        <source>%1 wants to be paid first.</source>
        <translation>%1 verlangt vorab eine Zahlung.</translation>
    </message>
    <message>
        <source>Add credit with its operator, or ask another endpoint.</source>
        <translation>Guthaben beim Betreiber aufladen oder einen anderen Endpunkt fragen.</translation>
    </message>
    <message>
        <source>%1 knows no such model, or nothing answers at that address.</source>
        <translation>%1 kennt dieses Modell nicht, oder unter dieser Adresse antwortet nichts.</translation>
    </message>
    <message>
        <source>Test the connection: it lists the models that are there.</source>
        <translation>Die Verbindung testen: Der Test nennt die vorhandenen Modelle.</translation>
    </message>
    <message>
        <source>%1 gets too many requests.</source>
        <translation>%1 erhält zu viele Anfragen.</translation>
    </message>
    <message numerus="yes">
        <source>It can be asked again in %Ln s.</source>
        <translation>
            <numerusform>In %Ln s kann erneut gefragt werden.</numerusform>
            <numerusform>In %Ln s kann erneut gefragt werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Wait a moment and retry, or ask another endpoint.</source>
        <translation>Kurz warten und erneut fragen, oder einen anderen Endpunkt fragen.</translation>
    </message>
    <message>
        <source>The plan at %1 is used up for now.</source>
        <translation>%1: Das Kontingent ist vorerst aufgebraucht.</translation>
    </message>
    <message>
        <source>Wait until its next window begins, or ask another endpoint.</source>
        <translation>Warten, bis der nächste Zeitraum beginnt, oder einen anderen Endpunkt fragen.</translation>
    </message>
    <message>
        <source>The question with all that goes along is too long: %1 takes %2 tokens.</source>
        <translation>Die Frage mit allem, was mitgeht, ist zu lang: %1 nimmt %2 Token an.</translation>
    </message>
    <message>
        <source>The question with all that goes along is too long for %1.</source>
        <translation>%1: Die Frage mit allem, was mitgeht, ist zu lang.</translation>
    </message>
    <message>
        <source>Shorten it, or take sources and pictures out, or ask an engine with more room.</source>
        <translation>Die Frage kürzen, Quellen und Bilder herausnehmen oder eine Engine mit mehr Platz fragen.</translation>
    </message>
    <message>
        <source>%1 did not accept the request.</source>
        <translation>%1 hat die Anfrage nicht angenommen.</translation>
    </message>
    <message>
        <source>Its words below say why. Change the question, or the endpoint&apos;s settings.</source>
        <translation>Warum, sagen seine Worte unten. Die Frage oder die Einstellungen des Endpunkts ändern.</translation>
    </message>
    <message>
        <source>The filter of %1 held the answer back.</source>
        <translation>%1: Ein Filter hat die Antwort zurückgehalten.</translation>
    </message>
    <message>
        <source>Ask in other words, or ask another engine.</source>
        <translation>Mit anderen Worten fragen oder eine andere Engine fragen.</translation>
    </message>
    <message>
        <source>%1 could not answer.</source>
        <translation>%1 konnte nicht antworten.</translation>
    </message>
    <message>
        <source>That is the server&apos;s fault and often passes: retry, or ask another endpoint.</source>
        <translation>Das liegt am Server und geht oft vorüber: erneut fragen oder einen anderen Endpunkt fragen.</translation>
    </message>
    <message>
        <source>There is no server named %1.</source>
        <translation>%1: Ein Server dieses Namens ist nicht zu finden.</translation>
    </message>
    <message>
        <source>Check the endpoint&apos;s address for a typing error, and this machine&apos;s network.</source>
        <translation>Die Adresse des Endpunkts auf Tippfehler prüfen, und das Netz dieses Rechners.</translation>
    </message>
    <message>
        <source>Nothing listens at %1: the connection was refused.</source>
        <translation>%1 ist nicht zu erreichen: Die Verbindung wurde abgelehnt.</translation>
    </message>
    <message>
        <source>Start the server, or check the port in the endpoint&apos;s address.</source>
        <translation>Den Server starten oder den Port in der Adresse des Endpunkts prüfen.</translation>
    </message>
    <message>
        <source>%1 could not prove who it is: its certificate is not trusted.</source>
        <translation>%1 konnte sich nicht ausweisen: Dem Zertifikat wird nicht vertraut.</translation>
    </message>
    <message>
        <source>Test the connection to see the certificates. A private authority can be named in the endpoint&apos;s settings.</source>
        <translation>Die Verbindung testen, um die Zertifikate zu sehen. Eine private Zertifizierungsstelle lässt sich in den Einstellungen des Endpunkts angeben.</translation>
    </message>
    <message>
        <source>%1 ended the encrypted connection: it may want a certificate.</source>
        <translation>%1 hat die verschlüsselte Verbindung beendet: Vielleicht wird ein Zertifikat verlangt.</translation>
    </message>
    <message>
        <source>Name your certificate in the endpoint&apos;s settings.</source>
        <translation>Ihr Zertifikat in den Einstellungen des Endpunkts angeben.</translation>
    </message>
    <message>
        <source>Nothing was sent: the settings keep data closer than %1.</source>
        <translation>%1: Nichts wurde gesendet, denn so weit hinaus lassen die Einstellungen keine Daten.</translation>
    </message>
    <message>
        <source>Ask an engine that is nearer, or allow more in the settings.</source>
        <translation>Eine nähere Engine fragen oder in den Einstellungen mehr erlauben.</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1 hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>It may be busy, or unreachable: test the connection, or retry.</source>
        <translation>Vielleicht überlastet oder nicht erreichbar: die Verbindung testen oder erneut fragen.</translation>
    </message>
    <message>
        <source>The connection to %1 broke in the middle of the answer.</source>
        <translation>%1: Die Verbindung brach mitten in der Antwort ab.</translation>
    </message>
    <message>
        <source>Continue from there, or retry.</source>
        <translation>Von dort fortsetzen oder erneut fragen.</translation>
    </message>
    <message>
        <source>Retry.</source>
        <translation>Erneut fragen.</translation>
    </message>
    <message>
        <source>%1 sent an empty answer.</source>
        <translation>%1 hat eine leere Antwort gesendet.</translation>
    </message>
    <message>
        <source>Retry, with another thinking mode if it happens again.</source>
        <translation>Erneut fragen; geschieht es wieder, mit einer anderen Stufe des Denkens.</translation>
    </message>
    <message>
        <source>What %1 sent is no answer that can be understood.</source>
        <translation>%1 hat etwas gesendet, das sich nicht als Antwort verstehen lässt.</translation>
    </message>
    <message>
        <source>Check that the endpoint&apos;s kind and address fit that server.</source>
        <translation>Prüfen, ob Art und Adresse des Endpunkts zu diesem Server passen.</translation>
    </message>
    <message>
        <source>%1 answered with a web page.</source>
        <translation>%1 hat mit einer Webseite geantwortet.</translation>
    </message>
    <message>
        <source>The address may lack its path (often /v1), or the network wants a log-in.</source>
        <translation>Vielleicht fehlt der Adresse der Pfad (oft /v1), oder das Netz verlangt eine Anmeldung.</translation>
    </message>
    <message>
        <source>%1 sends requests on to another server, which is not followed.</source>
        <translation>%1 leitet Anfragen an einen anderen Server weiter; dem wird nicht gefolgt.</translation>
    </message>
    <message>
        <source>If that server is the right one, put its address into the endpoint.</source>
        <translation>Ist jener Server der richtige, dessen Adresse im Endpunkt eintragen.</translation>
    </message>
    <message>
        <source>%1 could not be reached.</source>
        <translation>%1 war nicht zu erreichen.</translation>
    </message>
    <message>
        <source>Check the network and the endpoint&apos;s address.</source>
        <translation>Das Netz und die Adresse des Endpunkts prüfen.</translation>
    </message>
    <message>
        <source>The key of “%1” could not be read from the store of keys.</source>
        <translation>Der Schlüssel von „%1“ konnte nicht aus dem Schlüsselbund gelesen werden.</translation>
    </message>
    <message>
        <source>Unlock the store of keys and retry, or enter the key again.</source>
        <translation>Den Schlüsselbund entsperren und erneut fragen, oder den Schlüssel neu eingeben.</translation>
    </message>
    <message>
        <source>Nothing was sent: it holds what looks like a secret.</source>
        <translation>Nichts wurde gesendet: Darin steht etwas, das geheim aussieht.</translation>
    </message>
    <message>
        <source>Take it out of the question, or leave that file out.</source>
        <translation>Es aus der Frage herausnehmen oder die Datei weglassen.</translation>
    </message>
    <message>
        <source>There is no endpoint “%1” any more.</source>
        <translation>Den Endpunkt „%1“ gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>Ask another engine, or set that endpoint up again.</source>
        <translation>Eine andere Engine fragen oder den Endpunkt neu einrichten.</translation>
    </message>
    <message>
        <source>No model is loaded on this machine.</source>
        <translation>Auf diesem Rechner ist kein Modell geladen.</translation>
    </message>
    <message>
        <source>Load one, or ask an endpoint.</source>
        <translation>Eines laden oder einen Endpunkt fragen.</translation>
    </message>
    <message>
        <source>The model on this machine failed.</source>
        <translation>Das Modell auf diesem Rechner ist ausgefallen.</translation>
    </message>
    <message>
        <source>Its words below say why. Load it again, or ask an endpoint.</source>
        <translation>Warum, sagen seine Worte unten. Es neu laden oder einen Endpunkt fragen.</translation>
    </message>
    <message>
        <source>There is not enough memory for this request.</source>
        <translation>Für diese Anfrage reicht der Speicher nicht.</translation>
    </message>
    <message>
        <source>Shorten the question, or close what else uses memory; an endpoint may have more.</source>
        <translation>Die Frage kürzen oder schließen, was sonst Speicher belegt; ein Endpunkt hat vielleicht mehr.</translation>
    </message>
    <message>
        <source>A graphics card failed.</source>
        <translation>Eine Grafikkarte ist ausgefallen.</translation>
    </message>
    <message>
        <source>Load the model again; if that does not help, restart the machine.</source>
        <translation>Das Modell neu laden; hilft das nicht, den Rechner neu starten.</translation>
    </message>
    <message>
        <source>%1 cannot do what was asked.</source>
        <translation>%1 kann nicht tun, was verlangt wurde.</translation>
    </message>
    <message>
        <source>Its words below say what. Ask another engine, or change the question.</source>
        <translation>Was, sagen seine Worte unten. Eine andere Engine fragen oder die Frage ändern.</translation>
    </message>
    <message>
        <source>Something went wrong inside Trifold.</source>
        <translation>In Trifold ist etwas schiefgegangen.</translation>
    </message>
    <message>
        <source>Retry; if it happens again, the words below belong into a report.</source>
        <translation>Erneut fragen; geschieht es wieder, gehören die Worte unten in einen Fehlerbericht.</translation>
    </message>
    <message>
        <source>The answer failed.</source>
        <translation>Die Antwort ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Retry, or ask another engine.</source>
        <translation>Erneut fragen oder eine andere Engine fragen.</translation>
    </message>
    <message>
        <source>The disk is full: what comes stays in memory for now.</source>
        <translation>Der Datenträger ist voll: Was kommt, bleibt vorerst im Speicher.</translation>
    </message>
    <message>
        <source>Make room; it is written as soon as there is some. Or export the session to another disk.</source>
        <translation>Platz schaffen; geschrieben wird, sobald welcher da ist. Oder die Sitzung auf einen anderen Datenträger exportieren.</translation>
    </message>
    <message>
        <source>Nothing may be written where sessions lie: what comes stays in memory.</source>
        <translation>Wo die Sitzungen liegen, darf nichts geschrieben werden: Was kommt, bleibt im Speicher.</translation>
    </message>
    <message>
        <source>Export the session to another folder before you close the window.</source>
        <translation>Die Sitzung in einen anderen Ordner exportieren, bevor Sie das Fenster schließen.</translation>
    </message>
    <message>
        <source>The session was deleted meanwhile: what comes is not kept.</source>
        <translation>Diese Sitzung wurde inzwischen gelöscht: Was kommt, wird nicht aufbewahrt.</translation>
    </message>
    <message>
        <source>Export it before you close the window, if you want to keep it.</source>
        <translation>Zum Behalten exportieren, bevor Sie das Fenster schließen.</translation>
    </message>
    <message>
        <source>What comes cannot be written at the moment; it stays in memory.</source>
        <translation>Was kommt, lässt sich zurzeit nicht schreiben; es bleibt im Speicher.</translation>
    </message>
    <message>
        <source>It is tried again by itself. To be safe, export the session.</source>
        <translation>Es wird von selbst erneut versucht. Sicherheitshalber die Sitzung exportieren.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>The answer was interrupted.</source>
        <translation>Die Antwort wurde abgebrochen.</translation>
    </message>
    <message>
        <source>What arrived is kept.</source>
        <translation>Was ankam, bleibt erhalten.</translation>
    </message>
    <message>
        <source>What arrived is kept. Continue from there, or retry.</source>
        <translation>Was ankam, bleibt erhalten. Von dort fortsetzen oder erneut fragen.</translation>
    </message>
</context>
<context>
    <name>CitedWords</name>
    <message>
        <source>moment %1</source>
        <translation>Moment %1</translation>
    </message>
    <message>
        <source>%1 line %2</source>
        <translation>%1 Zeile %2</translation>
    </message>
    <message>
        <source>%1 lines %2 to %3</source>
        <translation>%1 Zeilen %2 bis %3</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>CodeWords</name>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>1 line</source>
        <translation>1 Zeile</translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines</source>
        <translation>
            <numerusform>%Ln Zeile</numerusform>
            <numerusform>%Ln Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter …</translation>
    </message>
    <message>
        <source>Unfold</source>
        <translation>Ausklappen</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>Einklappen</translation>
    </message>
    <message numerus="yes">
        <source>Show all %Ln lines</source>
        <translation>
            <numerusform>Die ganze Zeile zeigen</numerusform>
            <numerusform>Alle %Ln Zeilen zeigen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Desktop</name>
    <message>
        <source>The language changes when Trifold is started again.</source>
        <translation>Die Sprache wechselt beim nächsten Start von Trifold.</translation>
    </message>
    <message>
        <source>Settings could not be saved to %1.</source>
        <translation>Die Einstellungen konnten nicht in %1 gespeichert werden.</translation>
    </message>
    <message>
        <source>The settings file was broken, so Trifold starts with its defaults. The old file is kept as %1.</source>
        <translation>Die Einstellungsdatei war beschädigt; Trifold startet mit Standardwerten. Die alte Datei liegt als %1 bereit.</translation>
    </message>
    <message>
        <source>The settings in %1 cannot be read. The file is left as it is, and changes are not saved.</source>
        <translation>Die Einstellungen in %1 lassen sich nicht lesen. Die Datei bleibt, wie sie ist; Änderungen werden nicht gespeichert.</translation>
    </message>
    <message>
        <source>The setting “%1” makes no sense; its default is used.</source>
        <translation>Die Einstellung „%1“ ergibt keinen Sinn; es gilt ihr Standardwert.</translation>
    </message>
</context>
<context>
    <name>DropWords</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weiteres</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>a picture</source>
        <translation>ein Bild</translation>
    </message>
    <message numerus="yes">
        <source>text of %n characters</source>
        <translation>
            <numerusform>Text mit %n Zeichen</numerusform>
            <numerusform>Text mit %n Zeichen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DropZone</name>
    <message>
        <source>Drop zone</source>
        <translation>Ablagefläche</translation>
    </message>
    <message>
        <source>Drop a repository, screenshots or a screen recording</source>
        <translation>Repository, Bildschirmfotos oder eine Bildschirmaufnahme hierher ziehen</translation>
    </message>
    <message>
        <source>They are read on this machine, in a process that can reach nothing else.
Nothing is sent before you ask.</source>
        <translation>Gelesen wird auf diesem Rechner, in einem Prozess, der sonst nichts erreicht.
Nichts wird gesendet, bevor Sie fragen.</translation>
    </message>
</context>
<context>
    <name>EditTool</name>
    <message>
        <source>Select and move</source>
        <translation>Auswählen und verschieben</translation>
    </message>
    <message>
        <source>Send only a part</source>
        <translation>Nur einen Teil senden</translation>
    </message>
    <message>
        <source>Cover a place</source>
        <translation>Eine Stelle abdecken</translation>
    </message>
    <message>
        <source>Draw a box</source>
        <translation>Einen Kasten zeichnen</translation>
    </message>
    <message>
        <source>Draw an arrow</source>
        <translation>Einen Pfeil zeichnen</translation>
    </message>
    <message>
        <source>Put a number</source>
        <translation>Eine Nummer setzen</translation>
    </message>
</context>
<context>
    <name>EndpointForm</name>
    <message>
        <source>Write it as http://host:port or socks5://host:port, or “none”.</source>
        <translation>Als http://host:port oder socks5://host:port schreiben, oder „none“.</translation>
    </message>
    <message>
        <source>A number of tokens, such as 131072, 512K or 1M.</source>
        <translation>Eine Anzahl Token, etwa 131072, 512K oder 1M.</translation>
    </message>
    <message>
        <source>Letters, digits, “.”, “_” and “-”, at most 64, and a letter or digit first.</source>
        <translation>Buchstaben, Ziffern, „.“, „_“ und „-“, höchstens 64; das erste Zeichen ein Buchstabe oder eine Ziffer.</translation>
    </message>
</context>
<context>
    <name>EngineFacts</name>
    <message>
        <source>this machine</source>
        <translation>dieser Rechner</translation>
    </message>
    <message>
        <source>your network</source>
        <translation>Ihr Netz</translation>
    </message>
    <message>
        <source>outside</source>
        <translation>außerhalb</translation>
    </message>
    <message>
        <source>No engine</source>
        <translation>Keine Engine</translation>
    </message>
    <message>
        <source>local</source>
        <translation>lokal</translation>
    </message>
    <message>
        <source>Nothing leaves this machine</source>
        <translation>Nichts verlässt diesen Rechner</translation>
    </message>
    <message>
        <source>Goes to your network: %1</source>
        <translation>Geht in Ihr Netz: %1</translation>
    </message>
    <message>
        <source>Leaves this machine: %1</source>
        <translation>Verlässt diesen Rechner: %1</translation>
    </message>
    <message>
        <source>Nothing leaves</source>
        <translation>Nichts geht hinaus</translation>
    </message>
    <message>
        <source>Network: %1</source>
        <translation>Netz: %1</translation>
    </message>
    <message>
        <source>Leaves: %1</source>
        <translation>Geht hinaus: %1</translation>
    </message>
</context>
<context>
    <name>EstimateWords</name>
    <message>
        <source>%1 tokens with what was said before; the answer comes on top.</source>
        <translation>%1 Token mit dem bisher Gesagten; die Antwort kommt hinzu.</translation>
    </message>
    <message>
        <source>From all of it in the server&apos;s cache to none. Rates of %1.</source>
        <translation>Von allem im Cache des Servers bis zu nichts davon. Preise vom %1.</translation>
    </message>
    <message>
        <source>%1 tok</source>
        <translation>%1 Tok.</translation>
    </message>
    <message>
        <source>≈ %1 tok</source>
        <translation>≈ %1 Tok.</translation>
    </message>
    <message>
        <source>· %1 more than %2 can read</source>
        <translation>· %1 mehr, als %2 lesen kann</translation>
    </message>
    <message>
        <source>free</source>
        <translation>kostenlos</translation>
    </message>
    <message>
        <source>old rates</source>
        <translation>alte Preise</translation>
    </message>
    <message>
        <source>below $%1</source>
        <translation>unter $%1</translation>
    </message>
</context>
<context>
    <name>FactWords</name>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Kontext</translation>
    </message>
    <message>
        <source>%1 tokens, question and answer</source>
        <translation>%1 Token, Frage und Antwort</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Clips</source>
        <translation>Clips</translation>
    </message>
    <message>
        <source>as pictures of their frames</source>
        <translation>als Bilder ihrer Einzelbilder</translation>
    </message>
    <message>
        <source>Asked on</source>
        <translation>Erfragt am</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>Geht an</translation>
    </message>
    <message>
        <source>nowhere: it stays on this machine</source>
        <translation>nirgendwohin: bleibt auf diesem Rechner</translation>
    </message>
    <message>
        <source>your network</source>
        <translation>Ihr Netz</translation>
    </message>
    <message>
        <source>outside your network</source>
        <translation>außerhalb Ihres Netzes</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Betreiber</translation>
    </message>
    <message>
        <source>Law</source>
        <translation>Recht</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Aufbewahrt</translation>
    </message>
    <message>
        <source>nothing is sent</source>
        <translation>nichts wird gesendet</translation>
    </message>
    <message>
        <source>not honoured</source>
        <translation>nicht beachtet</translation>
    </message>
    <message>
        <source>Thinking, and what is sent for it</source>
        <translation>Denken, und was dafür gesendet wird</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>adaptive</source>
        <translation>adaptiv</translation>
    </message>
    <message>
        <source>on</source>
        <translation>ein</translation>
    </message>
    <message>
        <source>Any length</source>
        <translation>Jede Länge</translation>
    </message>
    <message>
        <source>Up to %1</source>
        <translation>Bis %1</translation>
    </message>
    <message>
        <source>%1 in, %2 out
%3 in from the cache</source>
        <translation>%1 Eingabe, %2 Ausgabe
%3 Eingabe aus dem Cache</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>Stand</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n days old, look them up</source>
        <translation>
            <numerusform>%1: %n Tag alt, bitte nachsehen</numerusform>
            <numerusform>%1: %n Tage alt, bitte nachsehen</numerusform>
        </translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Preise</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>free</source>
        <translation>kostenlos</translation>
    </message>
    <message>
        <source>Longer</source>
        <translation>Länger</translation>
    </message>
    <message>
        <source>Said by</source>
        <translation>Laut</translation>
    </message>
    <message>
        <source>no date given, look them up</source>
        <translation>kein Datum angegeben, bitte nachsehen</translation>
    </message>
    <message>
        <source>Prices per million tokens</source>
        <translation>Preise je Million Token</translation>
    </message>
</context>
<context>
    <name>FileWords</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>version control</source>
        <translation>Versionsverwaltung</translation>
    </message>
    <message>
        <source>may hold secrets</source>
        <translation>enthält vielleicht Geheimes</translation>
    </message>
    <message>
        <source>no text</source>
        <translation>kein Text</translation>
    </message>
    <message>
        <source>generated code</source>
        <translation>erzeugter Code</translation>
    </message>
    <message>
        <source>vendored code</source>
        <translation>Fremdcode</translation>
    </message>
    <message>
        <source>lock file</source>
        <translation>Lock-Datei</translation>
    </message>
    <message>
        <source>its content is elsewhere (Git LFS)</source>
        <translation>Inhalt liegt anderswo (Git LFS)</translation>
    </message>
    <message>
        <source>no file</source>
        <translation>keine Datei</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>its name is not safe to send</source>
        <translation>Name nicht sicher zu senden</translation>
    </message>
    <message>
        <source>included</source>
        <translation>geht mit</translation>
    </message>
    <message>
        <source>partly included</source>
        <translation>geht teilweise mit</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>weggelassen</translation>
    </message>
    <message>
        <source>no room for it</source>
        <translation>kein Platz dafür</translation>
    </message>
    <message>
        <source>left out, may hold secrets</source>
        <translation>weggelassen, enthält vielleicht Geheimes</translation>
    </message>
    <message>
        <source>left out, too large</source>
        <translation>weggelassen, zu groß</translation>
    </message>
    <message>
        <source>cannot be sent</source>
        <translation>lässt sich nicht senden</translation>
    </message>
    <message>
        <source>nothing in it can be sent</source>
        <translation>nichts darin lässt sich senden</translation>
    </message>
    <message>
        <source>%1 of 1 file</source>
        <translation>%1 von 1 Datei</translation>
    </message>
    <message>
        <source>%1 of %2 files</source>
        <translation>%1 von %2 Dateien</translation>
    </message>
    <message>
        <source>your choice</source>
        <translation>Ihre Wahl</translation>
    </message>
    <message>
        <source>changed since the last answer</source>
        <translation>seit der letzten Antwort geändert</translation>
    </message>
    <message>
        <source>new since the last answer</source>
        <translation>neu seit der letzten Antwort</translation>
    </message>
    <message>
        <source>about %1 tokens</source>
        <translation>etwa %1 Token</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 Token</translation>
    </message>
    <message>
        <source>≈ %1 tokens</source>
        <translation>≈ %1 Token</translation>
    </message>
    <message>
        <source>, %1 of the room</source>
        <translation>, %1 des Platzes</translation>
    </message>
</context>
<context>
    <name>MediaTile</name>
    <message>
        <source>no longer kept</source>
        <translation>nicht mehr aufbewahrt</translation>
    </message>
    <message>
        <source>cannot be shown</source>
        <translation>lässt sich nicht zeigen</translation>
    </message>
    <message>
        <source>1 frame</source>
        <translation>1 Einzelbild</translation>
    </message>
    <message numerus="yes">
        <source>%Ln frames</source>
        <translation>
            <numerusform>%Ln Einzelbild</numerusform>
            <numerusform>%Ln Einzelbilder</numerusform>
        </translation>
    </message>
    <message>
        <source>being read…</source>
        <translation>wird gelesen …</translation>
    </message>
    <message>
        <source>%1×%2</source>
        <translation>%1×%2</translation>
    </message>
    <message>
        <source>%1 tok</source>
        <translation>%1 Tok.</translation>
    </message>
    <message>
        <source>Clip %1, %2</source>
        <translation>Clip %1, %2</translation>
    </message>
    <message>
        <source>Picture %1, %2</source>
        <translation>Bild %1, %2</translation>
    </message>
</context>
<context>
    <name>MemoryWords</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>%1 running, %2 waiting</source>
        <translation>%1 laufend, %2 wartend</translation>
    </message>
    <message>
        <source>reads %1 tok/s</source>
        <translation>liest %1 Tok./s</translation>
    </message>
    <message>
        <source>writes %1 tok/s</source>
        <translation>schreibt %1 Tok./s</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>Cache</translation>
    </message>
    <message>
        <source>%1 in use, %2 kept for later</source>
        <translation>%1 in Gebrauch, %2 für später behalten</translation>
    </message>
    <message>
        <source>Cache hits</source>
        <translation>Cache-Treffer</translation>
    </message>
    <message>
        <source>%1 of %2 prompt tokens</source>
        <translation>%1 von %2 Prompt-Token</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>Experts</source>
        <translation>Experten</translation>
    </message>
    <message>
        <source>Vision tower</source>
        <translation>Bild-Encoder</translation>
    </message>
    <message>
        <source>Context cache</source>
        <translation>Kontext-Cache</translation>
    </message>
    <message>
        <source>Work space</source>
        <translation>Arbeitspuffer</translation>
    </message>
    <message>
        <source>It fits: %1 of the %2 that are free.</source>
        <translation>Es passt: %1 von %2, die frei sind.</translation>
    </message>
    <message>
        <source>It does not fit: %1 short.</source>
        <translation>Es passt nicht: Es fehlen %1.</translation>
    </message>
    <message>
        <source>No context is short enough: close what takes memory, choose a smaller model, or use an endpoint.</source>
        <translation>Kein Kontext ist kurz genug: schließen, was Speicher belegt, ein kleineres Modell wählen oder einen Endpunkt nutzen.</translation>
    </message>
    <message>
        <source>On this machine</source>
        <translation>Auf diesem Rechner</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>%1 planned</source>
        <translation>%1 geplant</translation>
    </message>
    <message>
        <source>%1 taken</source>
        <translation>%1 belegt</translation>
    </message>
    <message>
        <source>what is taken is unknown</source>
        <translation>Belegung unbekannt</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Kontext</translation>
    </message>
    <message>
        <source>%1 tokens, all questions and answers</source>
        <translation>%1 Token, alle Fragen und Antworten</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>With a context of %1 tokens it would fit.</source>
        <translation>Mit einem Kontext von %1 Token würde es passen.</translation>
    </message>
</context>
<context>
    <name>NodeWords</name>
    <message>
        <source>No words</source>
        <translation>Ohne Worte</translation>
    </message>
    <message>
        <source>is being answered</source>
        <translation>wird beantwortet</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>gelöscht</translation>
    </message>
    <message>
        <source>on another branch</source>
        <translation>auf einem anderen Zweig</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Notices</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>Close notice</source>
        <translation>Hinweis schließen</translation>
    </message>
</context>
<context>
    <name>NoticeButtons</name>
    <message>
        <source>Hide what was said</source>
        <translation>Ausblenden, was gesagt wurde</translation>
    </message>
    <message>
        <source>Show what was said</source>
        <translation>Anzeigen, was gesagt wurde</translation>
    </message>
</context>
<context>
    <name>ObstacleWords</name>
    <message>
        <source>Will be sent as soon as it can be. %1</source>
        <translation>Wird gesendet, sobald es geht. %1</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiteres</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>This looks secret: %1</source>
        <translation>Das sieht geheim aus: %1</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Send as it is</source>
        <translation>Unverändert senden</translation>
    </message>
    <message>
        <source>What looks secret is replaced before it is sent.</source>
        <translation>Was geheim aussieht, wird vor dem Senden ersetzt.</translation>
    </message>
    <message>
        <source>What looks secret is sent as it is.</source>
        <translation>Was geheim aussieht, wird unverändert gesendet.</translation>
    </message>
    <message>
        <source>Do not</source>
        <translation>Doch nicht</translation>
    </message>
    <message>
        <source>Fetch %1 as a repository?</source>
        <translation>%1 als Repository holen?</translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation>Holen</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>What went along with this question still does.</source>
        <translation>Was mit dieser Frage mitging, geht wieder mit.</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>Weglassen</translation>
    </message>
</context>
<context>
    <name>PaneKeys</name>
    <message>
        <source>Send, or wait for the answer that runs</source>
        <translation>Senden oder auf die laufende Antwort warten</translation>
    </message>
    <message>
        <source>New line</source>
        <translation>Neue Zeile</translation>
    </message>
    <message>
        <source>Send now: stops the answer that runs, what came stays</source>
        <translation>Jetzt senden: hält die laufende Antwort an; was kam, bleibt</translation>
    </message>
    <message>
        <source>Paste as text, however long</source>
        <translation>Als Text einfügen, wie lang er auch sei</translation>
    </message>
    <message>
        <source>Stop the answer; once more leaves the field</source>
        <translation>Die Antwort anhalten; noch einmal verlässt das Feld</translation>
    </message>
    <message>
        <source>Next button or link</source>
        <translation>Nächste Schaltfläche oder nächster Link</translation>
    </message>
    <message>
        <source>Press it</source>
        <translation>Auslösen</translation>
    </message>
    <message>
        <source>Scroll a page</source>
        <translation>Eine Seite scrollen</translation>
    </message>
    <message>
        <source>To the end, and follow what comes</source>
        <translation>Ans Ende, und dem Neuen folgen</translation>
    </message>
    <message>
        <source>Select all; copy</source>
        <translation>Alles auswählen; kopieren</translation>
    </message>
    <message>
        <source>Open the session, or the place found</source>
        <translation>Die Sitzung oder die Fundstelle öffnen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>In den Papierkorb</translation>
    </message>
    <message>
        <source>Question field</source>
        <translation>Fragefeld</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Unterhaltung</translation>
    </message>
    <message>
        <source>List of sessions</source>
        <translation>Liste der Sitzungen</translation>
    </message>
    <message>
        <source>Hold: the other look, original or model&apos;s eye</source>
        <translation>Halten: die andere Ansicht, Original oder Modellblick</translation>
    </message>
    <message>
        <source>Larger, smaller, all of it, actual size</source>
        <translation>Größer, kleiner, alles, Originalgröße</translation>
    </message>
    <message>
        <source>Select; send only a part; cover a place</source>
        <translation>Auswählen; nur einen Teil senden; eine Stelle abdecken</translation>
    </message>
    <message>
        <source>Draw a box, an arrow, a number</source>
        <translation>Einen Kasten, einen Pfeil, eine Nummer zeichnen</translation>
    </message>
    <message>
        <source>Put it into the middle of what is shown</source>
        <translation>In die Mitte des Gezeigten setzen</translation>
    </message>
    <message>
        <source>Select the mark before, the next one</source>
        <translation>Vorige oder nächste Markierung auswählen</translation>
    </message>
    <message>
        <source>Move it, or the picture; with Shift make it larger, with Ctrl by a pixel</source>
        <translation>Sie oder das Bild verschieben; mit Umschalt vergrößern, mit Strg um ein Pixel</translation>
    </message>
    <message>
        <source>Remove the selected mark</source>
        <translation>Die ausgewählte Markierung entfernen</translation>
    </message>
    <message>
        <source>Undo; do it once more</source>
        <translation>Rückgängig; wiederholen</translation>
    </message>
    <message>
        <source>Back, pause, on; again: faster</source>
        <translation>Rückwärts, Pause, vorwärts; erneut: schneller</translation>
    </message>
    <message>
        <source>One frame back, one on</source>
        <translation>Ein Einzelbild zurück, eines weiter</translation>
    </message>
    <message>
        <source>Play the stretch again and again</source>
        <translation>Den Abschnitt immer wieder abspielen</translation>
    </message>
    <message>
        <source>On the timeline: the stretch begins here, ends here</source>
        <translation>Auf der Zeitleiste: Der Abschnitt beginnt hier, endet hier</translation>
    </message>
    <message>
        <source>On the timeline: to the next frame that is sent or cited</source>
        <translation>Auf der Zeitleiste: zum nächsten gesendeten oder genannten Einzelbild</translation>
    </message>
    <message>
        <source>On the timeline: closer, farther, all</source>
        <translation>Auf der Zeitleiste: näher, weiter weg, alles</translation>
    </message>
    <message>
        <source>Among the frames: send them, or not</source>
        <translation>Bei den Einzelbildern: senden oder nicht</translation>
    </message>
    <message>
        <source>Send the frame that is shown, or not</source>
        <translation>Das gezeigte Einzelbild senden oder nicht</translation>
    </message>
    <message>
        <source>Send it as a picture besides</source>
        <translation>Es zusätzlich als Bild senden</translation>
    </message>
    <message>
        <source>Cover a part of the picture</source>
        <translation>Einen Teil des Bildes abdecken</translation>
    </message>
    <message>
        <source>Take back what was chosen; and again</source>
        <translation>Die Wahl zurücknehmen; und wiederholen</translation>
    </message>
    <message>
        <source>Code: line by line, page by page</source>
        <translation>Code: Zeile um Zeile, Seite um Seite</translation>
    </message>
    <message>
        <source>Code: the first line, the last line</source>
        <translation>Code: erste Zeile, letzte Zeile</translation>
    </message>
    <message>
        <source>Code: find in the file; next</source>
        <translation>Code: in der Datei suchen; nächster Treffer</translation>
    </message>
    <message>
        <source>Code: select all; copy</source>
        <translation>Code: alles auswählen; kopieren</translation>
    </message>
    <message>
        <source>Take along, or leave out</source>
        <translation>Mitnehmen oder weglassen</translation>
    </message>
    <message>
        <source>Open the file or the folder</source>
        <translation>Die Datei oder den Ordner öffnen</translation>
    </message>
    <message>
        <source>Open all folders</source>
        <translation>Alle Ordner aufklappen</translation>
    </message>
    <message>
        <source>Take back the last choice</source>
        <translation>Die letzte Wahl zurücknehmen</translation>
    </message>
    <message>
        <source>Show the line that a warning, a check or a suspect names</source>
        <translation>Die Zeile zeigen, die eine Warnung, eine Prüfung oder ein Verdacht nennt</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Frames of a recording</source>
        <translation>Einzelbilder einer Aufnahme</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>What goes along</source>
        <translation>Was mitgeht</translation>
    </message>
    <message>
        <source>Files of the answers</source>
        <translation>Dateien der Antworten</translation>
    </message>
</context>
<context>
    <name>PictureWords</name>
    <message>
        <source>It is being read …</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>The model sees %1 · %2 tokens</source>
        <translation>Das Modell sieht %1 · %2 Token</translation>
    </message>
    <message>
        <source>Pixels alone are sent: neither the file&apos;s name nor what else stands in it.</source>
        <translation>Nur Pixel werden gesendet: weder der Name der Datei noch, was sonst in ihr steht.</translation>
    </message>
    <message>
        <source>What is transparent is white.</source>
        <translation>Durchsichtiges ist weiß.</translation>
    </message>
    <message>
        <source>It was turned upright.</source>
        <translation>Es wurde aufrecht gedreht.</translation>
    </message>
    <message>
        <source>It cannot go along: %1</source>
        <translation>Es kann nicht mitgehen: %1</translation>
    </message>
</context>
<context>
    <name>PieceWords</name>
    <message>
        <source>The part that is sent</source>
        <translation>Der Teil, der gesendet wird</translation>
    </message>
    <message>
        <source>Covered place %1</source>
        <translation>Abgedeckte Stelle %1</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>Kasten</translation>
    </message>
    <message>
        <source>Arrow</source>
        <translation>Pfeil</translation>
    </message>
    <message>
        <source>Number %1</source>
        <translation>Nummer %1</translation>
    </message>
</context>
<context>
    <name>RetryWays</name>
    <message>
        <source>Ask the model on this machine</source>
        <translation>Das Modell auf diesem Rechner fragen</translation>
    </message>
    <message>
        <source>Ask %1</source>
        <translation>%1 fragen</translation>
    </message>
    <message>
        <source>Thinking adaptive</source>
        <translation>Denken adaptiv</translation>
    </message>
    <message>
        <source>Thinking on</source>
        <translation>Denken ein</translation>
    </message>
    <message>
        <source>Thinking off</source>
        <translation>Denken aus</translation>
    </message>
    <message>
        <source>There is no other engine yet</source>
        <translation>Es gibt noch keine andere Engine</translation>
    </message>
</context>
<context>
    <name>Said</name>
    <message>
        <source>this server has no word for it</source>
        <translation>dieser Server hat kein Wort dafür</translation>
    </message>
    <message>
        <source>you</source>
        <translation>Sie selbst</translation>
    </message>
    <message>
        <source>as long as you keep it</source>
        <translation>solange Sie es behalten</translation>
    </message>
    <message>
        <source>there is no endpoint &quot;%1&quot; any more</source>
        <translation>den Endpunkt „%1“ gibt es nicht mehr</translation>
    </message>
    <message>
        <source>the key &quot;%1&quot;: %2</source>
        <translation>der Schlüssel „%1“: %2</translation>
    </message>
    <message>
        <source>there is no endpoint &quot;%1&quot;</source>
        <translation>den Endpunkt „%1“ gibt es nicht</translation>
    </message>
    <message>
        <source>no model is chosen on this machine: choose its folder, or an endpoint</source>
        <translation>auf diesem Rechner ist kein Modell gewählt: seinen Ordner oder einen Endpunkt wählen</translation>
    </message>
    <message>
        <source>loading the model was stopped</source>
        <translation>das Laden des Modells wurde angehalten</translation>
    </message>
    <message>
        <source>the program ends</source>
        <translation>das Programm endet</translation>
    </message>
    <message>
        <source>1 byte</source>
        <translation>1 Byte</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Byte</translation>
    </message>
    <message>
        <source>only its first frame is seen: %1</source>
        <translation>nur das erste Einzelbild wird gesehen: %1</translation>
    </message>
    <message>
        <source>its sound is not heard</source>
        <translation>der Ton wird nicht gehört</translation>
    </message>
    <message>
        <source>the clip has %1, and %2 takes %3</source>
        <translation>der Clip hat %1, und %2 nimmt %3 an</translation>
    </message>
    <message>
        <source>the file is sent as it is, with all that it says of itself</source>
        <translation>die Datei wird unverändert gesendet, mit allen Angaben in ihr</translation>
    </message>
    <message>
        <source>there is no room for pictures of its frames</source>
        <translation>für Bilder seiner Einzelbilder ist kein Platz</translation>
    </message>
    <message>
        <source>1 frame</source>
        <translation>1 Einzelbild</translation>
    </message>
    <message>
        <source>%1 frames</source>
        <translation>%1 Einzelbilder</translation>
    </message>
    <message>
        <source>pictures of its frames are sent, not the clip</source>
        <translation>Bilder seiner Einzelbilder werden gesendet, nicht der Clip</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>there is nothing in it</source>
        <translation>es ist nichts darin</translation>
    </message>
    <message>
        <source>%1 of text; no more than %2 are read</source>
        <translation>%1 Text; gelesen werden höchstens %2</translation>
    </message>
    <message>
        <source>looking at it</source>
        <translation>wird angesehen</translation>
    </message>
    <message>
        <source>unpacking</source>
        <translation>wird entpackt</translation>
    </message>
    <message>
        <source>listing files</source>
        <translation>Dateien werden aufgelistet</translation>
    </message>
    <message>
        <source>counting tokens</source>
        <translation>Token werden gezählt</translation>
    </message>
    <message>
        <source>there is no file in it that a model could read</source>
        <translation>darin ist keine Datei, die ein Modell lesen könnte</translation>
    </message>
    <message>
        <source>none of its files fits into the %1 tokens that are left</source>
        <translation>keine seiner Dateien passt in die übrigen %1 Token</translation>
    </message>
    <message>
        <source>reading files</source>
        <translation>Dateien werden gelesen</translation>
    </message>
    <message>
        <source>1 file</source>
        <translation>1 Datei</translation>
    </message>
    <message>
        <source>%1 files</source>
        <translation>%1 Dateien</translation>
    </message>
    <message>
        <source>%1 of %2 files</source>
        <translation>%1 von %2 Dateien</translation>
    </message>
    <message>
        <source>1 file does not fit and is left out: %2</source>
        <translation>1 Datei passt nicht und bleibt weg: %2</translation>
    </message>
    <message>
        <source>%1 files do not fit and are left out: %2</source>
        <translation>%1 Dateien passen nicht und bleiben weg: %2</translation>
    </message>
    <message>
        <source>%1 of text; no more than %2 go along</source>
        <translation>%1 Text; höchstens %2 gehen mit</translation>
    </message>
    <message>
        <source>bytes in it that are no UTF-8 were replaced</source>
        <translation>Bytes darin, die kein UTF-8 sind, wurden ersetzt</translation>
    </message>
    <message>
        <source>1 line</source>
        <translation>1 Zeile</translation>
    </message>
    <message>
        <source>%1 lines</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>a long text: %1 tokens of it go along</source>
        <translation>ein langer Text: %1 Token davon gehen mit</translation>
    </message>
    <message>
        <source>its name alone</source>
        <translation>nur sein Name</translation>
    </message>
    <message>
        <source>only one repository or folder goes with a question: remove the others</source>
        <translation>mit einer Frage geht nur ein Repository oder Ordner mit: die anderen entfernen</translation>
    </message>
    <message>
        <source>%1 takes no pictures</source>
        <translation>%1 nimmt keine Bilder an</translation>
    </message>
    <message>
        <source>%1, and %2 takes %3 in one request</source>
        <translation>%1, und %2 nimmt %3 je Anfrage an</translation>
    </message>
    <message>
        <source>1 picture</source>
        <translation>1 Bild</translation>
    </message>
    <message>
        <source>%1 pictures</source>
        <translation>%1 Bilder</translation>
    </message>
    <message>
        <source>1 clip</source>
        <translation>1 Clip</translation>
    </message>
    <message>
        <source>%1 clips</source>
        <translation>%1 Clips</translation>
    </message>
    <message>
        <source>together %1 of pictures and clips, and %2 takes requests of %3</source>
        <translation>zusammen %1 an Bildern und Clips, und %2 nimmt Anfragen bis %3 an</translation>
    </message>
    <message>
        <source>%1 tokens, %2 more than there is room for: remove something, or choose an engine with a longer context</source>
        <translation>%1 Token, %2 mehr, als Platz ist: etwas entfernen oder eine Engine mit längerem Kontext wählen</translation>
    </message>
    <message>
        <source>%1 has %2 as it is sent, and %3 takes %4</source>
        <translation>%1 hat gesendet %2, und %3 nimmt %4 an</translation>
    </message>
    <message>
        <source>%1 (%2): remove it, or send its name alone</source>
        <translation>%1 (%2): entfernen oder nur den Namen senden</translation>
    </message>
    <message>
        <source>%1 at %2:%3, begins %4</source>
        <translation>%1 in %2:%3, beginnt mit %4</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>%1 in line %2 of the question, begins %3</source>
        <translation>%1 in Zeile %2 der Frage, beginnt mit %3</translation>
    </message>
    <message>
        <source>The store of sessions was damaged (%1). %2 events of %3 sessions were recovered, %4 are missing; the damaged file is kept as %5.</source>
        <translation>Der Speicher der Sitzungen war beschädigt (%1). %2 Ereignisse aus %3 Sitzungen wurden gerettet, %4 fehlen; die beschädigte Datei liegt als %5 bereit.</translation>
    </message>
    <message>
        <source>The store of sessions was brought up to date; a copy is kept as %1.</source>
        <translation>Der Speicher der Sitzungen wurde auf den neuesten Stand gebracht; eine Kopie liegt als %1 bereit.</translation>
    </message>
    <message>
        <source>The last run ended unexpectedly; answers that were cut off: %1.</source>
        <translation>Trifold wurde zuletzt unerwartet beendet; abgeschnittene Antworten: %1.</translation>
    </message>
    <message>
        <source>The sessions are kept without a log, slower and as safe: %1.</source>
        <translation>Die Sitzungen werden ohne Protokoll aufbewahrt, langsamer und ebenso sicher: %1.</translation>
    </message>
    <message>
        <source>Nothing is kept: %1.</source>
        <translation>Nichts wird aufbewahrt: %1.</translation>
    </message>
    <message>
        <source>no model was loaded</source>
        <translation>es wurde kein Modell geladen</translation>
    </message>
    <message>
        <source>was sent</source>
        <translation>wurde gesendet</translation>
    </message>
    <message>
        <source>was sent, and is unchanged</source>
        <translation>wurde gesendet und ist unverändert</translation>
    </message>
    <message>
        <source>was sent; the same words are at line %1 now</source>
        <translation>wurde gesendet; dieselben Worte stehen jetzt in Zeile %1</translation>
    </message>
    <message>
        <source>was sent, and changed since</source>
        <translation>wurde gesendet und seither geändert</translation>
    </message>
    <message>
        <source>was sent; the file is not there any more</source>
        <translation>wurde gesendet; die Datei gibt es nicht mehr</translation>
    </message>
    <message>
        <source>is being checked</source>
        <translation>wird geprüft</translation>
    </message>
    <message>
        <source>no file of that name was sent</source>
        <translation>keine Datei dieses Namens wurde gesendet</translation>
    </message>
    <message>
        <source>the file that was sent has fewer lines</source>
        <translation>die gesendete Datei hat weniger Zeilen</translation>
    </message>
    <message>
        <source>those lines were not sent</source>
        <translation>diese Zeilen wurden nicht gesendet</translation>
    </message>
    <message>
        <source>no frame within a second of it was sent</source>
        <translation>innerhalb einer Sekunde davon wurde kein Einzelbild gesendet</translation>
    </message>
    <message>
        <source>the clip ends before it</source>
        <translation>der Clip endet vorher</translation>
    </message>
    <message>
        <source>several files that were sent end like that</source>
        <translation>mehrere gesendete Dateien enden so</translation>
    </message>
    <message>
        <source>It was not sent.</source>
        <translation>Das wurde nicht gesendet.</translation>
    </message>
    <message>
        <source>The file is not there any more.</source>
        <translation>Die Datei gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>It cannot be read now: %1</source>
        <translation>Das lässt sich jetzt nicht lesen: %1</translation>
    </message>
    <message>
        <source>%1 cannot be opened any more: %2. Put it back, or remove it.</source>
        <translation>%1 lässt sich nicht mehr öffnen: %2. An die alte Stelle zurücklegen oder entfernen.</translation>
    </message>
    <message>
        <source>this part of the clip cannot be decoded: %1</source>
        <translation>dieser Teil des Clips lässt sich nicht decodieren: %1</translation>
    </message>
    <message>
        <source>the clip is not in the store any more: %1</source>
        <translation>der Clip wird nicht mehr aufbewahrt: %1</translation>
    </message>
    <message>
        <source>the file was changed meanwhile; it is shown as it is now</source>
        <translation>die Datei wurde inzwischen geändert; gezeigt wird sie, wie sie jetzt ist</translation>
    </message>
    <message>
        <source>the decoder ended and was started anew; nothing is lost</source>
        <translation>der Decoder brach ab und wurde neu gestartet; nichts ist verloren</translation>
    </message>
    <message>
        <source>the file is no longer there; what was opened is still shown, but it cannot be read again: put it back before you choose other frames</source>
        <translation>die Datei ist nicht mehr da; was geöffnet war, ist noch zu sehen, lässt sich aber nicht erneut lesen: vor der Wahl anderer Einzelbilder zurücklegen</translation>
    </message>
    <message>
        <source>the clip could be looked through for %1 s: %2</source>
        <translation>der Clip ließ sich %1 s weit durchsehen: %2</translation>
    </message>
    <message>
        <source>the clip is still being opened</source>
        <translation>der Clip wird noch geöffnet</translation>
    </message>
    <message>
        <source>it is no picture any more</source>
        <translation>das ist kein Bild mehr</translation>
    </message>
    <message>
        <source>it was not kept</source>
        <translation>das wurde nicht aufbewahrt</translation>
    </message>
    <message>
        <source>the model&apos;s tokenizer is not there, so that nobody knows what it would read</source>
        <translation>der Tokenizer des Modells fehlt, sodass niemand weiß, was es lesen würde</translation>
    </message>
    <message>
        <source>it was fetched, and is fetched anew when it is added again</source>
        <translation>das wurde geholt und wird neu geholt, wenn es wieder hinzugefügt wird</translation>
    </message>
    <message>
        <source>it is no longer there</source>
        <translation>das ist nicht mehr da</translation>
    </message>
    <message>
        <source>it is one file, and is read anew when it is added again</source>
        <translation>das ist eine einzelne Datei und wird neu gelesen, wenn sie wieder hinzugefügt wird</translation>
    </message>
    <message>
        <source>a part of it is covered, so its frames are sent and never the file</source>
        <translation>ein Teil davon ist abgedeckt, darum werden die Einzelbilder gesendet und nie die Datei</translation>
    </message>
    <message>
        <source>the chosen frames are sent: of the file other frames would be seen</source>
        <translation>die gewählten Einzelbilder werden gesendet: Von der Datei würden andere gesehen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>1 tile</source>
        <translation>1 Kachel</translation>
    </message>
    <message>
        <source>%1 tiles</source>
        <translation>%1 Kacheln</translation>
    </message>
    <message>
        <source>sent at %1: larger, it has more than the %2 that %3 takes</source>
        <translation>mit %1 gesendet: Größer hätte es mehr als die %2, die %3 annimmt</translation>
    </message>
    <message>
        <source>sent at the default size: %1</source>
        <translation>in der Standardgröße gesendet: %1</translation>
    </message>
    <message>
        <source>choose a part of it</source>
        <translation>einen Teil davon wählen</translation>
    </message>
    <message>
        <source>choose legible tiles for %1 tokens, or a part of it</source>
        <translation>lesbare Kacheln für %1 Token wählen, oder einen Teil davon</translation>
    </message>
    <message>
        <source>choose high for %1 tokens, or a part of it</source>
        <translation>„Hoch“ für %1 Token wählen, oder einen Teil davon</translation>
    </message>
    <message>
        <source>choose default for %1 tokens, or a part of it</source>
        <translation>„Standard“ für %1 Token wählen, oder einen Teil davon</translation>
    </message>
    <message>
        <source>small text may be lost, as it is seen at %1: %2</source>
        <translation>kleine Schrift kann verloren gehen, denn gesehen wird es mit %1: %2</translation>
    </message>
    <message>
        <source>%1 shrinks every picture to a small area</source>
        <translation>%1 verkleinert jedes Bild auf eine kleine Fläche</translation>
    </message>
    <message>
        <source>%1 cannot be asked for more than its own default</source>
        <translation>von %1 lässt sich nicht mehr als der eigene Standard verlangen</translation>
    </message>
    <message>
        <source>%1 sees whole pictures large enough</source>
        <translation>%1 sieht ganze Bilder groß genug</translation>
    </message>
    <message>
        <source>too large for tiles: choose a part of it</source>
        <translation>zu groß für Kacheln: einen Teil davon wählen</translation>
    </message>
    <message>
        <source>it is seen at its full size as it is</source>
        <translation>so, wie es ist, wird es schon in voller Größe gesehen</translation>
    </message>
    <message>
        <source>nothing of it changed since the last answer</source>
        <translation>nichts davon hat sich seit der letzten Antwort geändert</translation>
    </message>
    <message>
        <source>what changed takes %1 tokens, and there is room for %2</source>
        <translation>was sich geändert hat, braucht %1 Token, und Platz ist für %2</translation>
    </message>
    <message>
        <source>1 changed file</source>
        <translation>1 geänderte Datei</translation>
    </message>
    <message>
        <source>%1 changed files</source>
        <translation>%1 geänderte Dateien</translation>
    </message>
    <message>
        <source>the model</source>
        <translation>das Modell</translation>
    </message>
    <message>
        <source>small text in %1 may be too small for %2</source>
        <translation>kleine Schrift in %1 ist vielleicht zu klein für %2</translation>
    </message>
    <message>
        <source>small text in %1 pictures may be too small for %2</source>
        <translation>kleine Schrift in %1 Bildern ist vielleicht zu klein für %2</translation>
    </message>
    <message>
        <source>The file is too large for an answer.</source>
        <translation>Die Datei ist zu groß für eine Antwort.</translation>
    </message>
    <message>
        <source>There are too many files in the answer.</source>
        <translation>In der Antwort sind zu viele Dateien.</translation>
    </message>
    <message>
        <source>Another file has that name, in other letters, or lies in it.</source>
        <translation>Eine andere Datei hat diesen Namen in anderer Schreibweise oder liegt in einem Ordner dieses Namens.</translation>
    </message>
    <message>
        <source>A file has the name of its folder.</source>
        <translation>Den Namen ihres Ordners hat schon eine Datei.</translation>
    </message>
    <message>
        <source>An earlier answer has that name in other letters.</source>
        <translation>Eine frühere Antwort hat diesen Namen in anderer Schreibweise.</translation>
    </message>
    <message>
        <source>A node has neither an id nor a name.</source>
        <translation>Ein Knoten hat weder eine ID noch einen Namen.</translation>
    </message>
    <message>
        <source>There are more nodes than are shown.</source>
        <translation>Es gibt mehr Knoten, als gezeigt werden.</translation>
    </message>
    <message>
        <source>Two nodes have the id “%1”.</source>
        <translation>Zwei Knoten haben die ID „%1“.</translation>
    </message>
    <message>
        <source>An edge does not say what it joins.</source>
        <translation>Eine Kante sagt nicht, was sie verbindet.</translation>
    </message>
    <message>
        <source>There are more edges than are shown.</source>
        <translation>Es gibt mehr Kanten, als gezeigt werden.</translation>
    </message>
    <message>
        <source>An edge names “%1”, which is no node.</source>
        <translation>Eine Kante nennt „%1“, und das ist kein Knoten.</translation>
    </message>
    <message>
        <source>The graph cannot be read: %1</source>
        <translation>Der Graph lässt sich nicht lesen: %1</translation>
    </message>
    <message>
        <source>Ask about a repository</source>
        <translation>Zu einem Repository fragen</translation>
    </message>
    <message>
        <source>Review a screen recording</source>
        <translation>Eine Bildschirmaufnahme durchsehen</translation>
    </message>
    <message>
        <source>Diagram to Kubernetes</source>
        <translation>Vom Diagramm zu Kubernetes</translation>
    </message>
    <message>
        <source>Diagram to Compose</source>
        <translation>Vom Diagramm zu Compose</translation>
    </message>
    <message>
        <source>Diagram to Terraform</source>
        <translation>Vom Diagramm zu Terraform</translation>
    </message>
    <message>
        <source>Diagram to Terraform, %1</source>
        <translation>Vom Diagramm zu Terraform, %1</translation>
    </message>
    <message>
        <source>Drop the repository; screenshots can lie beside it.</source>
        <translation>Das Repository hierher ziehen; Bildschirmfotos können dabei sein.</translation>
    </message>
    <message>
        <source>Drop a picture of the architecture, or a photo of the whiteboard.</source>
        <translation>Ein Bild der Architektur oder ein Foto des Whiteboards hierher ziehen.</translation>
    </message>
    <message>
        <source>Drop the recording, and the repository it is about.</source>
        <translation>Die Aufnahme und das Repository, um das es geht, hierher ziehen.</translation>
    </message>
    <message>
        <source>It leads out of the folder, or nowhere.</source>
        <translation>Der Pfad führt aus dem Ordner hinaus oder nirgendwohin.</translation>
    </message>
    <message>
        <source>A name in it is too long.</source>
        <translation>Ein Name im Pfad ist zu lang.</translation>
    </message>
    <message>
        <source>A name in it begins or ends with a blank, or ends with a dot.</source>
        <translation>Ein Name im Pfad beginnt oder endet mit einem Leerzeichen oder endet mit einem Punkt.</translation>
    </message>
    <message>
        <source>It holds a character that file names cannot have everywhere.</source>
        <translation>Der Pfad enthält ein Zeichen, das Dateinamen nicht überall haben können.</translation>
    </message>
    <message>
        <source>A name in it is a device&apos;s on Windows.</source>
        <translation>Ein Name im Pfad gehört unter Windows einem Gerät.</translation>
    </message>
    <message>
        <source>It lies in a folder that git keeps for itself.</source>
        <translation>Der Pfad liegt in einem Ordner, den git für sich behält.</translation>
    </message>
    <message>
        <source>It has no name.</source>
        <translation>Ein Name fehlt.</translation>
    </message>
    <message>
        <source>The path is too long.</source>
        <translation>Der Pfad ist zu lang.</translation>
    </message>
    <message>
        <source>It is not a path below the folder.</source>
        <translation>Das ist kein Pfad unterhalb des Ordners.</translation>
    </message>
    <message>
        <source>The path is not valid text.</source>
        <translation>Der Pfad ist kein gültiger Text.</translation>
    </message>
    <message>
        <source>It holds characters that cannot be seen.</source>
        <translation>Der Pfad enthält unsichtbare Zeichen.</translation>
    </message>
    <message>
        <source>Something else than a file has that name.</source>
        <translation>Etwas anderes als eine Datei hat diesen Namen.</translation>
    </message>
    <message>
        <source>The file that is there is too large.</source>
        <translation>Die Datei, die dort liegt, ist zu groß.</translation>
    </message>
    <message>
        <source>The file that is there cannot be read.</source>
        <translation>Die Datei, die dort liegt, lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>The way there goes through a link.</source>
        <translation>Der Weg dorthin führt über einen Link.</translation>
    </message>
    <message>
        <source>%1 has changed meanwhile. Nothing was written.</source>
        <translation>%1 wurde inzwischen geändert. Nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>%1 cannot be removed.</source>
        <translation>%1 lässt sich nicht entfernen.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>Der Ordner %1 lässt sich nicht anlegen.</translation>
    </message>
    <message>
        <source>There is no folder %1.</source>
        <translation>Den Ordner %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 lässt sich nicht schreiben: %2</translation>
    </message>
    <message>
        <source>%1 has changed since it was saved. Nothing was taken back.</source>
        <translation>%1 wurde seit dem Speichern geändert. Nichts wurde zurückgenommen.</translation>
    </message>
    <message>
        <source>A secret stands there in plain text: %1, beginning with %2.</source>
        <translation>Dort steht etwas Geheimes im Klartext: %1, beginnt mit %2.</translation>
    </message>
    <message>
        <source>The answer ends within the file.</source>
        <translation>Die Antwort endet mitten in der Datei.</translation>
    </message>
    <message>
        <source>It lets the whole world in, and not to ports 80 and 443 alone.</source>
        <translation>Das lässt alle Welt herein, und nicht nur zu den Ports 80 und 443.</translation>
    </message>
    <message>
        <source>Everybody can read what is stored there.</source>
        <translation>Jeder kann lesen, was dort gespeichert ist.</translation>
    </message>
    <message>
        <source>The image has no version: it is another one every time.</source>
        <translation>Das Image hat keine Version: Es ist jedes Mal ein anderes.</translation>
    </message>
    <message>
        <source>Its containers have no resource limits.</source>
        <translation>Die Container darin haben keine Ressourcengrenzen.</translation>
    </message>
    <message>
        <source>It has a kind, and no apiVersion.</source>
        <translation>Es gibt darin kind, aber keine apiVersion.</translation>
    </message>
    <message>
        <source>A bracket or a string is open there that does not close.</source>
        <translation>Dort ist eine Klammer oder eine Zeichenkette offen, die nicht geschlossen wird.</translation>
    </message>
    <message>
        <source>It is indented by a tab, which YAML does not allow.</source>
        <translation>Die Zeile ist mit einem Tabulator eingerückt, was YAML nicht erlaubt.</translation>
    </message>
    <message>
        <source>Its services have no resource limits.</source>
        <translation>Die Dienste darin haben keine Ressourcengrenzen.</translation>
    </message>
    <message>
        <source>It gets the rights of the machine that it runs on.</source>
        <translation>Das bekommt die Rechte des Rechners, auf dem es läuft.</translation>
    </message>
    <message>
        <source>It is not valid JSON: %1</source>
        <translation>Das ist kein gültiges JSON: %1</translation>
    </message>
    <message>
        <source>Checks only run shut in by bubblewrap, which is not installed.</source>
        <translation>Prüfungen laufen nur, wenn bubblewrap sie einschließt, und das ist nicht installiert.</translation>
    </message>
    <message>
        <source>It could not be started: %1</source>
        <translation>Die Prüfung ließ sich nicht starten: %1</translation>
    </message>
    <message>
        <source>It took too long and was ended.</source>
        <translation>Die Prüfung dauerte zu lange und wurde beendet.</translation>
    </message>
    <message>
        <source>Its box could not be made: %1</source>
        <translation>Der abgeschlossene Bereich für die Prüfung ließ sich nicht einrichten: %1</translation>
    </message>
    <message>
        <source>Neither terraform nor tofu is installed.</source>
        <translation>Weder terraform noch tofu ist installiert.</translation>
    </message>
    <message>
        <source>It needs plugins of providers, which are fetched over the network; checks have none.</source>
        <translation>Gebraucht werden Plugins von Anbietern, die über das Netz geholt werden; Prüfungen haben keines.</translation>
    </message>
    <message>
        <source>kubectl is not installed.</source>
        <translation>kubectl ist nicht installiert.</translation>
    </message>
    <message>
        <source>kubectl asks a cluster which kinds there are, and checks have no network.</source>
        <translation>kubectl fragt einen Cluster, welche Arten es gibt, und Prüfungen haben kein Netz.</translation>
    </message>
    <message>
        <source>docker is not installed.</source>
        <translation>docker ist nicht installiert.</translation>
    </message>
    <message>
        <source>docker is installed without its compose plugin.</source>
        <translation>docker ist ohne sein Compose-Plugin installiert.</translation>
    </message>
    <message>
        <source>%1 was not sent, or is not kept any more.</source>
        <translation>%1 wurde nicht gesendet oder ist nicht mehr aufbewahrt.</translation>
    </message>
    <message>
        <source>The session has no source with %1.</source>
        <translation>Die Sitzung hat keine Quelle mit %1.</translation>
    </message>
</context>
<context>
    <name>SessionDelegate</name>
    <message>
        <source>Name of the session</source>
        <translation>Name der Sitzung</translation>
    </message>
</context>
<context>
    <name>SessionRows</name>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Diese Woche</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Diesen Monat</translation>
    </message>
    <message>
        <source>%1 · 1 turn</source>
        <translation>%1 · 1 Runde</translation>
    </message>
    <message>
        <source>%1 · %2 turns</source>
        <translation>%1 · %2 Runden</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Ohne Titel</translation>
    </message>
    <message>
        <source>Trash (%1)</source>
        <translation>Papierkorb (%1)</translation>
    </message>
    <message>
        <source>open</source>
        <translation>aufgeklappt</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>zugeklappt</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <translation>MMMM yyyy</translation>
    </message>
</context>
<context>
    <name>SideBarWords</name>
    <message>
        <source>Scroll sideways</source>
        <translation>Seitwärts scrollen</translation>
    </message>
</context>
<context>
    <name>SpeedWords</name>
    <message>
        <source>(%1 %)</source>
        <translation>(%1 %)</translation>
    </message>
    <message>
        <source>sending %1 / %2 %3</source>
        <translation>sendet %1 / %2 %3</translation>
    </message>
    <message>
        <source>reading frames %1 / %2</source>
        <translation>liest Einzelbilder %1 / %2</translation>
    </message>
    <message>
        <source>looking at pictures %1</source>
        <translation>sieht Bilder an %1</translation>
    </message>
    <message>
        <source>reading the prompt %1 / %2 %3</source>
        <translation>liest den Prompt %1 / %2 %3</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1 GB</translation>
    </message>
    <message>
        <source>%1 tok/s</source>
        <translation>%1 Tok./s</translation>
    </message>
    <message>
        <source>first word %1</source>
        <translation>erstes Wort %1</translation>
    </message>
    <message>
        <source>failed, asked once more</source>
        <translation>fehlgeschlagen, erneut gefragt</translation>
    </message>
    <message>
        <source>waiting for the first word</source>
        <translation>wartet auf das erste Wort</translation>
    </message>
    <message>
        <source>%1 pieces/s</source>
        <translation>%1 Stücke/s</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>cache hit %1</source>
        <translation>Cache-Treffer %1</translation>
    </message>
</context>
<context>
    <name>StatusRow</name>
    <message>
        <source>Sessions (Ctrl+B)</source>
        <translation>Sitzungen (Strg+B)</translation>
    </message>
    <message>
        <source>Inspector (Ctrl+I)</source>
        <translation>Inspektor (Strg+I)</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
</context>
<context>
    <name>StoreWords</name>
    <message>
        <source>The disk of %1 is full: make room on it.</source>
        <translation>Der Datenträger von %1 ist voll: Platz darauf schaffen.</translation>
    </message>
    <message>
        <source>The disk of %1 is full (%2 are free): make room on it.</source>
        <translation>Der Datenträger von %1 ist voll (%2 frei): Platz darauf schaffen.</translation>
    </message>
    <message>
        <source>%1 cannot be written to: see that it can be again.</source>
        <translation>In %1 kann nicht geschrieben werden: dafür sorgen, dass es wieder geht.</translation>
    </message>
    <message>
        <source>Sessions cannot be saved in %1 at the moment.</source>
        <translation>In %1 lassen sich zurzeit keine Sitzungen speichern.</translation>
    </message>
    <message>
        <source>%1 What comes stays in memory and is saved as soon as that works; Export Session saves it to another place now.</source>
        <translation>%1 Was kommt, bleibt im Speicher und wird gespeichert, sobald das geht; „Sitzung exportieren“ sichert es jetzt an einem anderen Ort.</translation>
    </message>
    <message>
        <source>The session was deleted by another program. What is shown stays here until you leave it; Export Session keeps it.</source>
        <translation>Diese Sitzung wurde von einem anderen Programm gelöscht. Was zu sehen ist, bleibt hier, bis Sie sie verlassen; „Sitzung exportieren“ bewahrt es auf.</translation>
    </message>
    <message>
        <source>Something of the session could not be saved. It stays here until you leave it; Export Session keeps it.</source>
        <translation>Etwas aus dieser Sitzung konnte nicht gespeichert werden. Es bleibt hier, bis Sie sie verlassen; „Sitzung exportieren“ bewahrt es auf.</translation>
    </message>
</context>
<context>
    <name>TurnButtons</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Als Markdown kopieren</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Zitieren</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut fragen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Retry with…</source>
        <translation>Erneut fragen mit …</translation>
    </message>
    <message>
        <source>Edit endpoint…</source>
        <translation>Endpunkt ändern …</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>Verbindung testen</translation>
    </message>
    <message>
        <source>Load a model…</source>
        <translation>Modell laden …</translation>
    </message>
    <message>
        <source>Export session…</source>
        <translation>Sitzung exportieren …</translation>
    </message>
    <message>
        <source>Shorten…</source>
        <translation>Kürzen …</translation>
    </message>
    <message>
        <source>Edit question…</source>
        <translation>Frage ändern …</translation>
    </message>
    <message>
        <source>Branch here</source>
        <translation>Hier verzweigen</translation>
    </message>
</context>
<context>
    <name>TurnWords</name>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>thinking adaptive</source>
        <translation>Denken adaptiv</translation>
    </message>
    <message>
        <source>thinking on</source>
        <translation>Denken ein</translation>
    </message>
    <message>
        <source>thinking off</source>
        <translation>Denken aus</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>%1 tok/s</source>
        <translation>%1 Tok./s</translation>
    </message>
    <message>
        <source>%1 tok</source>
        <translation>%1 Tok.</translation>
    </message>
    <message>
        <source>asked: off, got %1 reasoning tok</source>
        <translation>verlangt: aus, %1 Tok. Gedankengang erhalten</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>Denkt nach</translation>
    </message>
    <message>
        <source>≈ %1 tok</source>
        <translation>≈ %1 Tok.</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>Gedankengang</translation>
    </message>
    <message>
        <source>1 line</source>
        <translation>1 Zeile</translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines</source>
        <translation>
            <numerusform>%Ln Zeile</numerusform>
            <numerusform>%Ln Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>Tool call</source>
        <translation>Werkzeugaufruf</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Patch</source>
        <translation>Patch</translation>
    </message>
    <message>
        <source>Waiting…</source>
        <translation>Wartet …</translation>
    </message>
    <message>
        <source>Waiting for the first word</source>
        <translation>Wartet auf das erste Wort</translation>
    </message>
    <message>
        <source>d MMM yyyy, HH:mm</source>
        <translation>d. MMM yyyy, HH:mm</translation>
    </message>
    <message>
        <source>The server</source>
        <translation>Der Server</translation>
    </message>
    <message>
        <source>asking again in %1 s</source>
        <translation>fragt in %1 s erneut</translation>
    </message>
    <message>
        <source>asking again</source>
        <translation>fragt erneut</translation>
    </message>
</context>
<context>
    <name>tf::ui::AnswerTree</name>
    <message>
        <source>Files of the answers</source>
        <translation>Dateien der Antworten</translation>
    </message>
    <message>
        <source>Folder %1</source>
        <translation>Ordner %1</translation>
    </message>
    <message numerus="yes">
        <source>%1  (%n versions)</source>
        <translation>
            <numerusform>%1  (%n Fassung)</numerusform>
            <numerusform>%1  (%n Fassungen)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tf::ui::BudgetBar</name>
    <message>
        <source>What the next request takes up</source>
        <translation>Was die nächste Anfrage belegt</translation>
    </message>
</context>
<context>
    <name>tf::ui::BudgetLine</name>
    <message>
        <source>the file, ≈ %1 tokens</source>
        <translation>die Datei, ≈ %1 Token</translation>
    </message>
    <message numerus="yes">
        <source>%n frames, ≈ %1 tokens</source>
        <translation>
            <numerusform>%n Einzelbild, ≈ %1 Token</numerusform>
            <numerusform>%n Einzelbilder, ≈ %1 Token</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frames that look like the one before are left out.</source>
        <translation>
            <numerusform>%n Einzelbild, das wie das vorige aussieht, bleibt weg.</numerusform>
            <numerusform>%n Einzelbilder, die wie das jeweils vorige aussehen, bleiben weg.</numerusform>
        </translation>
    </message>
    <message>
        <source>The clip is still being looked through; more may come.</source>
        <translation>Der Clip wird noch durchgesehen; es kann mehr werden.</translation>
    </message>
    <message>
        <source>What it costs</source>
        <translation>Was es kostet</translation>
    </message>
    <message>
        <source>Frames travel in pairs: two frames cost what one picture of their size costs, and an odd last one is its own partner. A moment whose small print matters is better sent as a picture.</source>
        <translation>Einzelbilder gehen paarweise mit: Zwei kosten so viel wie ein Bild ihrer Größe, und ein ungerades letztes ist sein eigener Partner. Ein Moment, dessen kleine Schrift wichtig ist, wird besser als Bild gesendet.</translation>
    </message>
    <message>
        <source>%1 % of what one clip may show (%2 tokens)</source>
        <translation>%1 % dessen, was ein Clip zeigen darf (%2 Token)</translation>
    </message>
</context>
<context>
    <name>tf::ui::ChangesLine</name>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>Whether %1 changed since the last answer cannot be seen: %2</source>
        <translation>Ob %1 sich seit der letzten Antwort geändert hat, lässt sich nicht sehen: %2</translation>
    </message>
    <message>
        <source>Since the last answer, %1: %2 (%3 tokens)</source>
        <translation>Seit der letzten Antwort, %1: %2 (%3 Token)</translation>
    </message>
    <message>
        <source>Since the last answer, %1: %2 (≈ %3 tokens)</source>
        <translation>Seit der letzten Antwort, %1: %2 (≈ %3 Token)</translation>
    </message>
    <message>
        <source>%1 added</source>
        <translation>%1 hinzugefügt</translation>
    </message>
    <message>
        <source>%1 changed</source>
        <translation>%1 geändert</translation>
    </message>
    <message>
        <source>%1 removed</source>
        <translation>%1 entfernt</translation>
    </message>
    <message>
        <source>Send only changes</source>
        <translation>Nur Änderungen senden</translation>
    </message>
    <message>
        <source>What was sent before stays in the server&apos;s cache</source>
        <translation>Früher Gesendetes bleibt im Cache des Servers</translation>
    </message>
    <message>
        <source>All again</source>
        <translation>Alles erneut</translation>
    </message>
    <message>
        <source>The whole repository goes along once more</source>
        <translation>Das ganze Repository geht noch einmal mit</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>Ignorieren</translation>
    </message>
    <message>
        <source>Until something else changes</source>
        <translation>Bis sich etwas anderes ändert</translation>
    </message>
</context>
<context>
    <name>tf::ui::CheckList</name>
    <message>
        <source>%1, line %2</source>
        <translation>%1, Zeile %2</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>Tools that are installed look at a copy, without network and without anything of yours. Nothing is ever applied.</source>
        <translation>Installierte Werkzeuge sehen sich eine Kopie an, ohne Netz und ohne etwas von Ihnen. Nie wird etwas angewendet.</translation>
    </message>
    <message>
        <source>Stop checks</source>
        <translation>Prüfung anhalten</translation>
    </message>
    <message>
        <source>Run checks</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Nothing is known against these files.</source>
        <translation>Gegen diese Dateien liegt nichts vor.</translation>
    </message>
    <message>
        <source>Left out: %1</source>
        <translation>Weggelassen: %1</translation>
    </message>
    <message>
        <source>It runs now.</source>
        <translation>Läuft gerade.</translation>
    </message>
    <message>
        <source>It has not been run yet.</source>
        <translation>Noch nicht gelaufen.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>tf::ui::Chip</name>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Name only</source>
        <translation>Nur der Name</translation>
    </message>
    <message>
        <source>The file&apos;s name goes along, and nothing of what is in it</source>
        <translation>Der Name der Datei geht mit, nichts von ihrem Inhalt</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>%1, %2 %</source>
        <translation>%1, %2 %</translation>
    </message>
    <message>
        <source>reading …</source>
        <translation>wird gelesen …</translation>
    </message>
    <message>
        <source>%1 tok</source>
        <translation>%1 Tok.</translation>
    </message>
    <message>
        <source>≈ %1 tok</source>
        <translation>≈ %1 Tok.</translation>
    </message>
    <message>
        <source>%1, cannot go along: %2</source>
        <translation>%1, kann nicht mitgehen: %2</translation>
    </message>
</context>
<context>
    <name>tf::ui::ChipRow</name>
    <message>
        <source>Undo removing</source>
        <translation>Entfernen rückgängig machen</translation>
    </message>
    <message>
        <source>Goes along with the question</source>
        <translation>Geht mit der Frage mit</translation>
    </message>
</context>
<context>
    <name>tf::ui::ClipList</name>
    <message>
        <source>a recording</source>
        <translation>eine Aufnahme</translation>
    </message>
    <message>
        <source>%1 (earlier)</source>
        <translation>%1 (früher)</translation>
    </message>
</context>
<context>
    <name>tf::ui::CodePage</name>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>No file is open</source>
        <translation>Keine Datei ist geöffnet</translation>
    </message>
    <message>
        <source>Press a place that an answer names, or Ctrl+P for a file of the repository.</source>
        <translation>Eine Stelle drücken, die eine Antwort nennt, oder Strg+P für eine Datei des Repositorys.</translation>
    </message>
    <message>
        <source>Back (Alt+Left)</source>
        <translation>Zurück (Alt+Links)</translation>
    </message>
    <message>
        <source>Forward (Alt+Right)</source>
        <translation>Vorwärts (Alt+Rechts)</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Copy the path and the line</source>
        <translation>Pfad und Zeile kopieren</translation>
    </message>
    <message>
        <source>Which version is shown</source>
        <translation>Welche Fassung gezeigt wird</translation>
    </message>
    <message>
        <source>As sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>The file as it was sent</source>
        <translation>Die Datei, wie sie gesendet wurde</translation>
    </message>
    <message>
        <source>The file as it is now</source>
        <translation>Die Datei, wie sie jetzt ist</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>Datei wird gelesen …</translation>
    </message>
    <message>
        <source>as sent with question %1</source>
        <translation>wie mit Frage %1 gesendet</translation>
    </message>
    <message>
        <source>unchanged since</source>
        <translation>seither unverändert</translation>
    </message>
    <message>
        <source>changed since</source>
        <translation>seither geändert</translation>
    </message>
</context>
<context>
    <name>tf::ui::CodePreview</name>
    <message>
        <source>Text of %1</source>
        <translation>Text von %1</translation>
    </message>
</context>
<context>
    <name>tf::ui::CodeView</name>
    <message>
        <source>Text of the file</source>
        <translation>Text der Datei</translation>
    </message>
    <message numerus="yes">
        <source>… %Ln more bytes</source>
        <translation>
            <numerusform>… %Ln weiteres Byte</numerusform>
            <numerusform>… %Ln weitere Byte</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
</context>
<context>
    <name>tf::ui::ComparePage</name>
    <message>
        <source>Compare branches</source>
        <translation>Zweige vergleichen</translation>
    </message>
    <message>
        <source>Close comparison (Esc)</source>
        <translation>Vergleich schließen (Esc)</translation>
    </message>
</context>
<context>
    <name>tf::ui::CompareSide</name>
    <message>
        <source>Go on with this one</source>
        <translation>Hiermit fortfahren</translation>
    </message>
    <message>
        <source>Which answer is compared</source>
        <translation>Welche Antwort verglichen wird</translation>
    </message>
    <message>
        <source>%1 of %2 — %3</source>
        <translation>%1 von %2 — %3</translation>
    </message>
</context>
<context>
    <name>tf::ui::Composer</name>
    <message>
        <source>Question and what goes along</source>
        <translation>Frage und was mitgeht</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>pasted text</source>
        <translation>eingefügter Text</translation>
    </message>
    <message>
        <source>No engine is chosen. What you send waits until there is one.</source>
        <translation>Keine Engine ist gewählt. Gesendetes wartet, bis es eine gibt.</translation>
    </message>
    <message>
        <source>%1 What you send waits until then.</source>
        <translation>%1 Gesendetes wartet bis dahin.</translation>
    </message>
    <message>
        <source>What goes along is still being read.</source>
        <translation>Was mitgeht, wird noch gelesen.</translation>
    </message>
    <message>
        <source>What is it about?</source>
        <translation>Worum geht es?</translation>
    </message>
    <message>
        <source>Anything</source>
        <translation>Beliebiges</translation>
    </message>
</context>
<context>
    <name>tf::ui::ComposerCard</name>
    <message>
        <source>Thinking</source>
        <translation>Denken</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Einreihen</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Ask the next question; it waits for the answer</source>
        <translation>Die nächste Frage stellen; sie wartet auf die Antwort</translation>
    </message>
    <message>
        <source>Ask about code, pictures or a recording. Drop them here.</source>
        <translation>Zu Code, Bildern oder einer Aufnahme fragen. Einfach hierher ziehen.</translation>
    </message>
    <message>
        <source>Stop and send</source>
        <translation>Anhalten und senden</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Strg+Eingabe</translation>
    </message>
    <message>
        <source>The session cannot be asked here</source>
        <translation>In dieser Sitzung kann hier nicht gefragt werden</translation>
    </message>
    <message>
        <source>What is it about?</source>
        <translation>Worum geht es?</translation>
    </message>
</context>
<context>
    <name>tf::ui::ComposerEdit</name>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
</context>
<context>
    <name>tf::ui::ContextPage</name>
    <message>
        <source>Context</source>
        <translation>Kontext</translation>
    </message>
    <message>
        <source>%1 does not go along</source>
        <translation>%1 geht nicht mit</translation>
    </message>
    <message>
        <source>Attach a folder…</source>
        <translation>Ordner anhängen …</translation>
    </message>
    <message>
        <source>No repository goes along</source>
        <translation>Kein Repository geht mit</translation>
    </message>
    <message>
        <source>Drop a folder or a repository on the conversation to see here which of its files are sent, and at what cost.</source>
        <translation>Einen Ordner oder ein Repository auf die Unterhaltung ziehen: Hier steht dann, welche Dateien daraus gesendet werden und was sie kosten.</translation>
    </message>
    <message>
        <source>Nothing goes along yet; %1 tokens can be read.</source>
        <translation>Noch geht nichts mit; %1 Token können gelesen werden.</translation>
    </message>
    <message>
        <source>Nothing goes along yet.</source>
        <translation>Noch geht nichts mit.</translation>
    </message>
</context>
<context>
    <name>tf::ui::ConversationPane</name>
    <message>
        <source>Conversation</source>
        <translation>Unterhaltung</translation>
    </message>
    <message>
        <source>What to begin with</source>
        <translation>Womit es losgeht</translation>
    </message>
    <message>
        <source>Where does the retry go wrong? Answers cite file and line.</source>
        <translation>Wo läuft die Wiederholung schief? Antworten nennen Datei und Zeile.</translation>
    </message>
    <message>
        <source>From a picture of an architecture to code you can review.</source>
        <translation>Vom Bild einer Architektur zu Code, der sich prüfen lässt.</translation>
    </message>
    <message>
        <source>Find the moment it breaks, and the code behind it.</source>
        <translation>Den Moment finden, in dem es bricht, und den Code dahinter.</translation>
    </message>
</context>
<context>
    <name>tf::ui::CoverBar</name>
    <message>
        <source>Drag over what shall not leave this machine, or press Enter for a place in the middle; arrows move it, Shift and arrows resize it.</source>
        <translation>Über das ziehen, was diesen Rechner nicht verlassen soll, oder Eingabe drücken für eine Stelle in der Mitte; Pfeiltasten verschieben sie, Umschalt und Pfeiltasten ändern ihre Größe.</translation>
    </message>
    <message>
        <source>What is covered</source>
        <translation>Was abgedeckt ist</translation>
    </message>
    <message>
        <source>Minutes and seconds: 2:13</source>
        <translation>Minuten und Sekunden: 2:13</translation>
    </message>
    <message>
        <source>Covered from</source>
        <translation>Abgedeckt von</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>Covered to</source>
        <translation>Abgedeckt bis</translation>
    </message>
    <message>
        <source>Uncover it (Del)</source>
        <translation>Aufdecken (Entf)</translation>
    </message>
</context>
<context>
    <name>tf::ui::DropOverlay</name>
    <message>
        <source>Looking at it …</source>
        <translation>Wird angesehen …</translation>
    </message>
    <message>
        <source>Begins a new session</source>
        <translation>Beginnt eine neue Sitzung</translation>
    </message>
    <message>
        <source>Goes along with the next question · Alt: new session</source>
        <translation>Geht mit der nächsten Frage mit · Alt: neue Sitzung</translation>
    </message>
    <message>
        <source>≈ %1 tokens</source>
        <translation>≈ %1 Token</translation>
    </message>
    <message>
        <source>fits in %1</source>
        <translation>passt in %1</translation>
    </message>
    <message>
        <source>%1 too much</source>
        <translation>%1 zu viel</translation>
    </message>
</context>
<context>
    <name>tf::ui::EndpointPage</name>
    <message>
        <source>Endpoint</source>
        <translation>Endpunkt</translation>
    </message>
    <message>
        <source>Close without keeping (Esc)</source>
        <translation>Schließen ohne zu behalten (Esc)</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Kind of server</source>
        <translation>Art des Servers</translation>
    </message>
    <message>
        <source>Decides how thinking, pictures and clips are asked for.</source>
        <translation>Bestimmt, wie Denken, Bilder und Clips angefragt werden.</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Goes into your keyring, never into a file of settings. Empty: the one that is kept stays, or none is needed.</source>
        <translation>Kommt in den Schlüsselbund, nie in eine Datei. Leer: Der aufbewahrte bleibt, oder es braucht keinen.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Kontext</translation>
    </message>
    <message>
        <source>Tokens of question and answer together. Empty: asked of the server.</source>
        <translation>Token von Frage und Antwort zusammen. Leer: beim Server erfragt.</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Empty: the system&apos;s. “none”, http://host:port or socks5://host:port.</source>
        <translation>Leer: der des Systems. „none“, http://host:port oder socks5://host:port.</translation>
    </message>
    <message>
        <source>Certificate authorities</source>
        <translation>Zertifizierungsstellen</translation>
    </message>
    <message>
        <source>A PEM file that is trusted for this endpoint beside the system&apos;s.</source>
        <translation>Eine PEM-Datei, der für diesen Endpunkt neben denen des Systems vertraut wird.</translation>
    </message>
    <message>
        <source>Everyone on that network can then read what is sent.</source>
        <translation>Jeder in diesem Netz kann dann mitlesen, was gesendet wird.</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Betreiber</translation>
    </message>
    <message>
        <source>Who runs it, in your words.</source>
        <translation>Wer ihn betreibt, in Ihren Worten.</translation>
    </message>
    <message>
        <source>Law</source>
        <translation>Recht</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>Aufbewahrung</translation>
    </message>
    <message>
        <source>How long it keeps what is sent, as you know it.</source>
        <translation>Wie lange er Gesendetes aufbewahrt, soweit Sie es wissen.</translation>
    </message>
    <message>
        <source>&amp;Test connection</source>
        <translation>Verbindung &amp;testen</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Behalten</translation>
    </message>
    <message>
        <source>kept under “%1”</source>
        <translation>aufbewahrt unter „%1“</translation>
    </message>
    <message>
        <source>Where data goes is shown when the address stands.</source>
        <translation>Wohin Daten gehen, steht hier, sobald die Adresse feststeht.</translation>
    </message>
    <message>
        <source>Data goes to: %1</source>
        <translation>Daten gehen an: %1</translation>
    </message>
    <message>
        <source>Stop &amp;testing</source>
        <translation>&amp;Test anhalten</translation>
    </message>
    <message>
        <source>Up to and including /v1, for example https://api.minimax.io/v1</source>
        <translation>Bis einschließlich /v1, zum Beispiel https://api.minimax.io/v1</translation>
    </message>
    <message>
        <source>Found from the address</source>
        <translation>Aus der Adresse erkannt</translation>
    </message>
    <message>
        <source>As the server names it. Leave empty if it serves one model.</source>
        <translation>Wie der Server es nennt. Leer lassen, wenn er nur ein Modell anbietet.</translation>
    </message>
    <message>
        <source>The name you choose it by.</source>
        <translation>Der Name, unter dem Sie ihn auswählen.</translation>
    </message>
    <message>
        <source>Allow no encryption to a host on my network</source>
        <translation>Im eigenen Netz unverschlüsselt erlauben</translation>
    </message>
    <message>
        <source>Country whose law applies.</source>
        <translation>Land, dessen Recht gilt.</translation>
    </message>
</context>
<context>
    <name>tf::ui::EngineFacts</name>
    <message>
        <source>No model is loaded and no endpoint is chosen.</source>
        <translation>Kein Modell ist geladen und kein Endpunkt gewählt.</translation>
    </message>
    <message>
        <source>Nothing is sent while no engine is chosen.</source>
        <translation>Solange keine Engine gewählt ist, wird nichts gesendet.</translation>
    </message>
    <message>
        <source>Which engine answers. Click to choose another.</source>
        <translation>Welche Engine antwortet. Klicken, um eine andere zu wählen.</translation>
    </message>
    <message>
        <source>Engines</source>
        <translation>Engines</translation>
    </message>
    <message>
        <source>&amp;Change “%1”…</source>
        <translation>„%1“ &amp;ändern …</translation>
    </message>
    <message>
        <source>&amp;Add an endpoint…</source>
        <translation>Endpunkt &amp;hinzufügen …</translation>
    </message>
    <message>
        <source>&amp;Load a model on this machine…</source>
        <translation>Ein Modell auf diesem Rechner &amp;laden …</translation>
    </message>
</context>
<context>
    <name>tf::ui::EnginePanel</name>
    <message>
        <source>Engine</source>
        <translation>Engine</translation>
    </message>
    <message>
        <source>It can be asked.</source>
        <translation>Sie kann gefragt werden.</translation>
    </message>
    <message>
        <source>It has not answered since Trifold was started.</source>
        <translation>Seit dem Start von Trifold hat sie nicht geantwortet.</translation>
    </message>
    <message>
        <source>Last answers</source>
        <translation>Letzte Antworten</translation>
    </message>
    <message>
        <source>No model is loaded and no endpoint is chosen. Questions can be written meanwhile.</source>
        <translation>Kein Modell ist geladen und kein Endpunkt gewählt. Fragen lassen sich schon schreiben.</translation>
    </message>
    <message>
        <source>Add an endpoint…</source>
        <translation>Endpunkt hinzufügen …</translation>
    </message>
    <message>
        <source>No engine</source>
        <translation>Keine Engine</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>Dieser Rechner</translation>
    </message>
    <message>
        <source>Now: %1</source>
        <translation>Jetzt: %1</translation>
    </message>
    <message>
        <source>Now: no answer</source>
        <translation>Jetzt: keine Antwort</translation>
    </message>
</context>
<context>
    <name>tf::ui::FactList</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>tf::ui::FileDelegate</name>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
</context>
<context>
    <name>tf::ui::FileFindBar</name>
    <message>
        <source>Find in this file</source>
        <translation>In dieser Datei suchen</translation>
    </message>
    <message>
        <source>Previous (Shift+F3)</source>
        <translation>Vorheriger (Umschalt+F3)</translation>
    </message>
    <message>
        <source>Next (F3)</source>
        <translation>Nächster (F3)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>looking…</source>
        <translation>wird gesucht …</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>tf::ui::FileHeader</name>
    <message>
        <source>Columns; a press sorts</source>
        <translation>Spalten; ein Klick sortiert</translation>
    </message>
</context>
<context>
    <name>tf::ui::FileTree</name>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Space lets in or leaves out, Enter opens.</source>
        <translation>Leertaste nimmt mit oder lässt weg, Eingabe öffnet.</translation>
    </message>
    <message>
        <source>%1 cannot be sent: %2.</source>
        <translation>%1 lässt sich nicht senden: %2.</translation>
    </message>
    <message>
        <source>There is no room for %1. Leave out something else, or give it more room.</source>
        <translation>Für %1 ist kein Platz. Etwas anderes weglassen oder mehr Platz schaffen.</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;Leave out</source>
        <translation>&amp;Weglassen</translation>
    </message>
    <message>
        <source>&amp;Take along</source>
        <translation>&amp;Mitnehmen</translation>
    </message>
    <message>
        <source>Only &amp;this</source>
        <translation>&amp;Nur dies</translation>
    </message>
    <message>
        <source>Open a&amp;ll folders</source>
        <translation>&amp;Alle Ordner aufklappen</translation>
    </message>
    <message>
        <source>Cl&amp;ose all folders</source>
        <translation>Alle Ordner &amp;zuklappen</translation>
    </message>
    <message>
        <source>&amp;Copy path</source>
        <translation>Pfad &amp;kopieren</translation>
    </message>
</context>
<context>
    <name>tf::ui::FileTreeModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
</context>
<context>
    <name>tf::ui::FindBar</name>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>Find in this conversation</source>
        <translation>In dieser Unterhaltung suchen</translation>
    </message>
    <message>
        <source>Previous (Shift+F3)</source>
        <translation>Vorheriger (Umschalt+F3)</translation>
    </message>
    <message>
        <source>Next (F3)</source>
        <translation>Nächster (F3)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 found, %2 % searched</source>
        <translation>%1 gefunden, %2 % durchsucht</translation>
    </message>
</context>
<context>
    <name>tf::ui::FirstRunPage</name>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>Where do answers come from?</source>
        <translation>Woher kommen die Antworten?</translation>
    </message>
    <message>
        <source>Trifold asks MiniMax M3. Choose who runs it; you can change it at any time.</source>
        <translation>Trifold fragt MiniMax M3. Wählen Sie, wer es betreibt; das lässt sich jederzeit ändern.</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>Dieser Rechner</translation>
    </message>
    <message>
        <source>An endpoint</source>
        <translation>Ein Endpunkt</translation>
    </message>
    <message>
        <source>A server of yours or of a vendor: vLLM, SGLang, llama.cpp, MiniMax, OpenRouter. Paste its address and key.</source>
        <translation>Ein eigener Server oder der eines Anbieters: vLLM, SGLang, llama.cpp, MiniMax, OpenRouter. Adresse und Schlüssel einfügen.</translation>
    </message>
    <message>
        <source>Look around first</source>
        <translation>Erst einmal umsehen</translation>
    </message>
    <message>
        <source>Drop files, write questions, look at what would be sent. Nothing leaves this machine.</source>
        <translation>Dateien ablegen, Fragen schreiben, ansehen, was gesendet würde. Nichts verlässt diesen Rechner.</translation>
    </message>
    <message>
        <source>Loading %1 …</source>
        <translation>%1 wird geladen …</translation>
    </message>
    <message>
        <source>Loading did not succeed: %1</source>
        <translation>Das Laden ist nicht gelungen: %1</translation>
    </message>
    <message>
        <source>A folder with the weights of M3, or of a small model of its kind. The real M3 needs 214 GB of memory or more.</source>
        <translation>Ein Ordner mit den Gewichten von M3 oder eines kleinen Modells seiner Art. Das echte M3 braucht 214 GB Speicher oder mehr.</translation>
    </message>
    <message>
        <source>Look for what is there already</source>
        <translation>Nachsehen, was schon da ist</translation>
    </message>
    <message>
        <source>%1 on this machine</source>
        <translation>%1 auf diesem Rechner</translation>
    </message>
    <message>
        <source>It answers at %1 with %2. Ask it now.</source>
        <translation>Antwortet unter %1 mit %2. Jetzt fragen.</translation>
    </message>
    <message>
        <source>A model on this disk</source>
        <translation>Ein Modell auf diesem Datenträger</translation>
    </message>
    <message>
        <source>%1. Load it now.</source>
        <translation>%1. Jetzt laden.</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>Wird nachgesehen …</translation>
    </message>
    <message>
        <source>There is no server and no model of M3 in the usual places. Start one and look again, or choose below.</source>
        <translation>An den üblichen Stellen gibt es weder einen Server noch ein Modell von M3. Einen Server starten und erneut nachsehen oder unten wählen.</translation>
    </message>
    <message>
        <source>Asks the ports %1 of this machine for their models, and looks for folders of M3 in the usual places. Nothing leaves this machine.</source>
        <translation>Fragt die Ports %1 dieses Rechners nach ihren Modellen und sucht an den üblichen Stellen nach Ordnern von M3. Nichts verlässt diesen Rechner.</translation>
    </message>
</context>
<context>
    <name>tf::ui::FitCard</name>
    <message>
        <source>Lock files</source>
        <translation>Lock-Dateien</translation>
    </message>
    <message>
        <source>Vendored code</source>
        <translation>Fremdcode</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Tests</source>
        <translation>Tests</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Dokumente</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Source code</source>
        <translation>Quellcode</translation>
    </message>
    <message>
        <source>What says how all is built</source>
        <translation>Was sagt, wie alles gebaut wird</translation>
    </message>
    <message>
        <source>1 file</source>
        <translation>1 Datei</translation>
    </message>
    <message>
        <source>%1 files</source>
        <translation>%1 Dateien</translation>
    </message>
    <message>
        <source>%1 in %2 places</source>
        <translation>%1 an %2 Stellen</translation>
    </message>
    <message>
        <source>%1 in %2 places of %3</source>
        <translation>%1 an %2 Stellen in %3</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Leave these out</source>
        <translation>Diese weglassen</translation>
    </message>
    <message>
        <source>What could be left out</source>
        <translation>Was wegbleiben könnte</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel (Esc)</source>
        <translation>Abbrechen (Esc)</translation>
    </message>
    <message>
        <source>To fit into %1</source>
        <translation>Um in %1 zu passen</translation>
    </message>
    <message>
        <source>Looking for what could be left out …</source>
        <translation>Gesucht wird, was wegbleiben könnte …</translation>
    </message>
    <message>
        <source>%1: %2, frees %3 tokens</source>
        <translation>%1: %2, macht %3 Token frei</translation>
    </message>
    <message>
        <source>It fits as it is: %1 of %2 tokens.</source>
        <translation>Es passt, wie es ist: %1 von %2 Token.</translation>
    </message>
    <message>
        <source>Nothing of it fits: the rest of the question needs the room.</source>
        <translation>Nichts davon passt: Der Rest der Frage braucht den Platz.</translation>
    </message>
    <message>
        <source>Then %1 of the %2 tokens that are left for it</source>
        <translation>Dann %1 von %2 Token, die dafür übrig sind</translation>
    </message>
    <message>
        <source>%1: it fits.</source>
        <translation>%1: Es passt.</translation>
    </message>
    <message>
        <source>%1: %2 too many.</source>
        <translation>%1: %2 zu viel.</translation>
    </message>
</context>
<context>
    <name>tf::ui::FrameScreen</name>
    <message>
        <source>Picture of the recording</source>
        <translation>Bild der Aufnahme</translation>
    </message>
    <message numerus="yes">
        <source>%n places of it are covered</source>
        <translation>
            <numerusform>%n Stelle davon ist abgedeckt</numerusform>
            <numerusform>%n Stellen davon sind abgedeckt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tf::ui::FrameStrip</name>
    <message>
        <source>Frames</source>
        <translation>Einzelbilder</translation>
    </message>
    <message numerus="yes">
        <source>%n frames are sent</source>
        <translation>
            <numerusform>%n Einzelbild wird gesendet</numerusform>
            <numerusform>%n Einzelbilder werden gesendet</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 tok</source>
        <translation>%1 Tok.</translation>
    </message>
    <message>
        <source>No frame of it is sent.</source>
        <translation>Kein Einzelbild davon wird gesendet.</translation>
    </message>
</context>
<context>
    <name>tf::ui::FrameWords</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1, frame %2</source>
        <translation>%1, Einzelbild %2</translation>
    </message>
</context>
<context>
    <name>tf::ui::FramesBoard</name>
    <message>
        <source>Frames of the clip</source>
        <translation>Einzelbilder des Clips</translation>
    </message>
    <message>
        <source>Attach again</source>
        <translation>Erneut anhängen</translation>
    </message>
    <message>
        <source>The clip goes along with the next question, too</source>
        <translation>Der Clip geht auch mit der nächsten Frage mit</translation>
    </message>
    <message>
        <source>Send them</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Which frames are listed</source>
        <translation>Welche Einzelbilder hier stehen</translation>
    </message>
    <message>
        <source>What is sent</source>
        <translation>Was gesendet wird</translation>
    </message>
    <message>
        <source>What lies between, too</source>
        <translation>Auch, was dazwischen liegt</translation>
    </message>
    <message>
        <source>Space sends a frame or leaves it out; Shift and arrows choose several; Enter goes there</source>
        <translation>Leertaste sendet ein Einzelbild oder lässt es weg; Umschalt und Pfeiltasten wählen mehrere; Eingabe springt hin</translation>
    </message>
    <message>
        <source>Frames or sampling</source>
        <translation>Einzelbilder oder Abtastung</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>Einzelbilder</translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation>Abtastung</translation>
    </message>
    <message>
        <source>This clip went along with an earlier question.</source>
        <translation>Dieser Clip ging mit einer früheren Frage mit.</translation>
    </message>
    <message>
        <source>Looking for what happens: %1 %</source>
        <translation>Gesucht wird, was geschieht: %1 %</translation>
    </message>
    <message>
        <source>%1 as the model sees it</source>
        <translation>%1, wie das Modell es sieht</translation>
    </message>
    <message>
        <source>No frame was sent here — send frames around %1?</source>
        <translation>Hier wurde kein Einzelbild gesendet — Einzelbilder um %1 senden?</translation>
    </message>
    <message>
        <source>No frame was sent at %1.</source>
        <translation>Bei %1 wurde kein Einzelbild gesendet.</translation>
    </message>
    <message>
        <source>Send frames around %1</source>
        <translation>Einzelbilder um %1 senden</translation>
    </message>
</context>
<context>
    <name>tf::ui::FramesPage</name>
    <message>
        <source>Frames</source>
        <translation>Einzelbilder</translation>
    </message>
    <message>
        <source>Which clip</source>
        <translation>Welcher Clip</translation>
    </message>
    <message>
        <source>No recording here</source>
        <translation>Hier ist keine Aufnahme</translation>
    </message>
    <message>
        <source>Drop a recording of a screen, or any video, on the window: its frames are looked at and chosen here before anything is sent.</source>
        <translation>Eine Bildschirmaufnahme oder ein anderes Video auf das Fenster ziehen: Die Einzelbilder werden hier angesehen und gewählt, bevor etwas gesendet wird.</translation>
    </message>
    <message>
        <source>Attach a recording …</source>
        <translation>Aufnahme anhängen …</translation>
    </message>
    <message>
        <source>%1 at %2.png</source>
        <translation>%1 bei %2.png</translation>
    </message>
    <message>
        <source>%1 goes along as a picture, too.</source>
        <translation>%1 geht auch als Bild mit.</translation>
    </message>
    <message>
        <source>%1 cannot be shown</source>
        <translation>%1 lässt sich nicht zeigen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>It is not open.</source>
        <translation>Nicht geöffnet.</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Opening %1 …</source>
        <translation>%1 wird geöffnet …</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
</context>
<context>
    <name>tf::ui::GraphTable</name>
    <message>
        <source>Nodes of the diagram</source>
        <translation>Knoten des Diagramms</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>Zone</translation>
    </message>
    <message>
        <source>Resource</source>
        <translation>Ressource</translation>
    </message>
    <message>
        <source>%1 (?)</source>
        <translation>%1 (?)</translation>
    </message>
    <message>
        <source>%1: the answer is not sure of it</source>
        <translation>%1: Die Antwort ist sich dessen nicht sicher</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>✓</source>
        <translation>✓</translation>
    </message>
    <message>
        <source>Edges of the diagram</source>
        <translation>Kanten des Diagramms</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protokoll</translation>
    </message>
</context>
<context>
    <name>tf::ui::InspectorPane</name>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Hide inspector (Ctrl+I)</source>
        <translation>Inspektor ausblenden (Strg+I)</translation>
    </message>
    <message>
        <source>What the inspector shows</source>
        <translation>Was der Inspektor zeigt</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Engine</translation>
    </message>
</context>
<context>
    <name>tf::ui::JobsLine</name>
    <message>
        <source>%1 s left</source>
        <translation>noch %1 s</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>noch %1 min</translation>
    </message>
    <message>
        <source>No jobs</source>
        <translation>Keine Vorgänge</translation>
    </message>
    <message>
        <source>Stop this job</source>
        <translation>Diesen Vorgang anhalten</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Vorgänge</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>%1 (and %2 more)</source>
        <translation>%1 (und %2 weitere)</translation>
    </message>
</context>
<context>
    <name>tf::ui::KeyRecorder</name>
    <message>
        <source>Press the new key</source>
        <translation>Das neue Tastenkürzel drücken</translation>
    </message>
    <message>
        <source>Press the new key; Backspace for none, Escape to leave it</source>
        <translation>Das neue Tastenkürzel drücken; Rücktaste für keines, Esc, um es zu lassen</translation>
    </message>
</context>
<context>
    <name>tf::ui::KeysPage</name>
    <message>
        <source>Keys</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Close key list (Esc)</source>
        <translation>Tastenliste schließen (Esc)</translation>
    </message>
    <message>
        <source>Find an action or a key</source>
        <translation>Aktion oder Tastenkürzel suchen</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Change the key of “%1”</source>
        <translation>Das Tastenkürzel für „%1“ ändern</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Reset the key of “%1”</source>
        <translation>Das Tastenkürzel für „%1“ zurücksetzen</translation>
    </message>
    <message>
        <source>%1 did “%2” until now, which no longer has it.</source>
        <translation>%1 stand bisher für „%2“, das dieses Tastenkürzel nun nicht mehr hat.</translation>
    </message>
</context>
<context>
    <name>tf::ui::LoadCard</name>
    <message>
        <source>No model is chosen on this machine.</source>
        <translation>Auf diesem Rechner ist kein Modell gewählt.</translation>
    </message>
    <message>
        <source>Not loaded.</source>
        <translation>Nicht geladen.</translation>
    </message>
    <message>
        <source>Loading …</source>
        <translation>Wird geladen …</translation>
    </message>
    <message>
        <source>Loaded, ready to answer.</source>
        <translation>Geladen, bereit zu antworten.</translation>
    </message>
    <message>
        <source>Loading did not succeed.</source>
        <translation>Das Laden ist nicht gelungen.</translation>
    </message>
    <message>
        <source>Choose the folder of its weights.</source>
        <translation>Den Ordner mit seinen Gewichten wählen.</translation>
    </message>
    <message>
        <source>looking at its files</source>
        <translation>seine Dateien werden angesehen</translation>
    </message>
    <message>
        <source>%1 / %2 (%3 %)</source>
        <translation>%1 / %2 (%3 %)</translation>
    </message>
    <message>
        <source>%1 GB/s</source>
        <translation>%1 GB/s</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>Close what takes memory, choose a smaller model, or use an endpoint.</source>
        <translation>Schließen, was Speicher belegt, ein kleineres Modell wählen oder einen Endpunkt nutzen.</translation>
    </message>
    <message>
        <source>Choose the folder that holds the model&apos;s config.json and weights.</source>
        <translation>Den Ordner wählen, in dem config.json und Gewichte des Modells liegen.</translation>
    </message>
    <message>
        <source>Allow your user to read the model&apos;s folder and files.</source>
        <translation>Ihrem Benutzer das Lesen von Ordner und Dateien des Modells erlauben.</translation>
    </message>
    <message>
        <source>A file is damaged or incomplete: fetch it again.</source>
        <translation>Eine Datei ist beschädigt oder unvollständig: bitte erneut holen.</translation>
    </message>
    <message>
        <source>This version cannot run that model here: choose another, or use an endpoint.</source>
        <translation>Diese Version kann das Modell hier nicht ausführen: ein anderes wählen oder einen Endpunkt nutzen.</translation>
    </message>
    <message>
        <source>Try once more; if it stays so, use an endpoint meanwhile.</source>
        <translation>Noch einmal versuchen; bleibt es so, einstweilen einen Endpunkt nutzen.</translation>
    </message>
    <message>
        <source>Try once more, or use an endpoint meanwhile.</source>
        <translation>Noch einmal versuchen oder einstweilen einen Endpunkt nutzen.</translation>
    </message>
    <message>
        <source>Model on this machine</source>
        <translation>Modell auf diesem Rechner</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Ladevorgang</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Laden</translation>
    </message>
    <message>
        <source>Choose a model…</source>
        <translation>Modell wählen …</translation>
    </message>
    <message>
        <source>Unload</source>
        <translation>Entladen</translation>
    </message>
    <message>
        <source>Stop loading</source>
        <translation>Laden anhalten</translation>
    </message>
    <message>
        <source>Gives its memory back; the next question loads it again.</source>
        <translation>Gibt seinen Speicher frei; die nächste Frage lädt es wieder.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>tf::ui::MainWindow</name>
    <message>
        <source>%1 — %2</source>
        <translation>%1 — %2</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut fragen</translation>
    </message>
    <message>
        <source>Folder of a model</source>
        <translation>Ordner eines Modells</translation>
    </message>
    <message>
        <source>Trifold</source>
        <translation>Trifold</translation>
    </message>
    <message>
        <source>The list of sessions: %1</source>
        <translation>Die Liste der Sitzungen: %1</translation>
    </message>
    <message>
        <source>Trifold %1: a desktop workspace for the open-weight model MiniMax M3. Apache License 2.0. Built on Qt %2.</source>
        <translation>Trifold %1: ein Arbeitsplatz für das Modell MiniMax M3 mit offenen Gewichten. Apache-Lizenz 2.0. Gebaut mit Qt %2.</translation>
    </message>
    <message>
        <source>A new session could not be kept: %1</source>
        <translation>Eine neue Sitzung konnte nicht aufbewahrt werden: %1</translation>
    </message>
    <message>
        <source>That session cannot be opened: %1</source>
        <translation>Diese Sitzung lässt sich nicht öffnen: %1</translation>
    </message>
    <message>
        <source>%1 — Trifold</source>
        <translation>%1 — Trifold</translation>
    </message>
    <message>
        <source>Export session</source>
        <translation>Sitzung exportieren</translation>
    </message>
    <message>
        <source>Markdown, to read (*.md)</source>
        <translation>Markdown, zum Lesen (*.md)</translation>
    </message>
    <message>
        <source>JSON, to import again (*.json)</source>
        <translation>JSON, zum erneuten Importieren (*.json)</translation>
    </message>
    <message>
        <source>Exported to %1.</source>
        <translation>Nach %1 exportiert.</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Dateien anhängen</translation>
    </message>
    <message>
        <source>Attach a folder</source>
        <translation>Ordner anhängen</translation>
    </message>
    <message>
        <source>The conversation goes on from its end anyway. Scroll up to the turn that the branch shall follow.</source>
        <translation>Die Unterhaltung geht ohnehin an ihrem Ende weiter. Zu der Runde hochscrollen, auf die der Zweig folgen soll.</translation>
    </message>
    <message>
        <source>What you ask now begins another branch here. What followed is kept.</source>
        <translation>Was Sie jetzt fragen, beginnt hier einen weiteren Zweig. Was folgte, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Show it again</source>
        <translation>Wieder zeigen</translation>
    </message>
    <message>
        <source>Everything is saved again.</source>
        <translation>Alles ist wieder gespeichert.</translation>
    </message>
    <message>
        <source>The session is in the trash. Nothing of it is lost.</source>
        <translation>Diese Sitzung liegt im Papierkorb. Nichts davon ist verloren.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>There is one branch only. Change a question or ask it again, and there are two.</source>
        <translation>Es gibt nur einen Zweig. Eine Frage ändern oder erneut stellen, dann sind es zwei.</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>No file was sent, and no repository lies ready</source>
        <translation>Keine Datei wurde gesendet, und kein Repository liegt bereit</translation>
    </message>
    <message>
        <source>Type some letters of a file</source>
        <translation>Einige Buchstaben einer Datei eingeben</translation>
    </message>
    <message>
        <source>moment</source>
        <translation>Moment</translation>
    </message>
    <message>
        <source>Type a line (12), a place (src/a.cpp:12) or a moment (02:13)</source>
        <translation>Eine Zeile (12), eine Stelle (src/a.cpp:12) oder einen Moment (02:13) eingeben</translation>
    </message>
    <message>
        <source>The engine that was asked cannot be told to answer both without thinking and with it.</source>
        <translation>Die gefragte Engine lässt sich nicht anweisen, einmal ohne und einmal mit Denken zu antworten.</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Kontext</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>The picture is not kept any more.</source>
        <translation>Das Bild wird nicht mehr aufbewahrt.</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>Einzelbilder</translation>
    </message>
</context>
<context>
    <name>tf::ui::MemoryBar</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>free before: %1</source>
        <translation>vorher frei: %1</translation>
    </message>
    <message>
        <source>Memory of the model, %1</source>
        <translation>Speicher des Modells, %1</translation>
    </message>
    <message>
        <source>Free before</source>
        <translation>Vorher frei</translation>
    </message>
    <message>
        <source>too much: %1</source>
        <translation>zu viel: %1</translation>
    </message>
    <message>
        <source>free after: %1</source>
        <translation>nachher frei: %1</translation>
    </message>
    <message>
        <source>Too much</source>
        <translation>Zu viel</translation>
    </message>
    <message>
        <source>Free after</source>
        <translation>Nachher frei</translation>
    </message>
</context>
<context>
    <name>tf::ui::MemoryCard</name>
    <message>
        <source>Memory of the model on this machine</source>
        <translation>Speicher des Modells auf diesem Rechner</translation>
    </message>
    <message>
        <source>What it takes is counted when a model is chosen.</source>
        <translation>Wie viel es belegt, wird berechnet, sobald ein Modell gewählt ist.</translation>
    </message>
    <message>
        <source>What it takes cannot be counted. %1 %2</source>
        <translation>Wie viel es belegt, lässt sich nicht berechnen. %1 %2</translation>
    </message>
</context>
<context>
    <name>tf::ui::NewLinesPill</name>
    <message numerus="yes">
        <source>↓ %Ln new lines</source>
        <translation>
            <numerusform>↓ %Ln neue Zeile</numerusform>
            <numerusform>↓ %Ln neue Zeilen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tf::ui::Palette</name>
    <message>
        <source>Commands and sessions</source>
        <translation>Befehle und Sitzungen</translation>
    </message>
    <message>
        <source>Type a command or the name of a session</source>
        <translation>Befehl oder Namen einer Sitzung eingeben</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>No command or session of that name</source>
        <translation>Kein Befehl und keine Sitzung dieses Namens</translation>
    </message>
</context>
<context>
    <name>tf::ui::PictureCanvas</name>
    <message>
        <source>as it is</source>
        <translation>wie es ist</translation>
    </message>
    <message>
        <source>as the model sees it</source>
        <translation>wie das Modell es sieht</translation>
    </message>
    <message>
        <source>%1, %2 by %3 pixels, %4, at %5 %</source>
        <translation>%1, %2 mal %3 Pixel, %4, bei %5 %</translation>
    </message>
    <message>
        <source>%1 from the left, %2 from the top, %3 by %4 pixels</source>
        <translation>%1 von links, %2 von oben, %3 mal %4 Pixel</translation>
    </message>
</context>
<context>
    <name>tf::ui::PictureList</name>
    <message>
        <source>%1, cannot go along: %2</source>
        <translation>%1, kann nicht mitgehen: %2</translation>
    </message>
    <message>
        <source>%1, is being read</source>
        <translation>%1, wird gelesen</translation>
    </message>
    <message>
        <source>%1, %2, %3 tokens</source>
        <translation>%1, %2, %3 Token</translation>
    </message>
</context>
<context>
    <name>tf::ui::PicturePage</name>
    <message>
        <source>It cannot be shown: %1.</source>
        <translation>Es lässt sich nicht zeigen: %1.</translation>
    </message>
    <message>
        <source>It is being decoded …</source>
        <translation>Wird decodiert …</translation>
    </message>
    <message>
        <source>As it went along with an earlier question.</source>
        <translation>Wie es mit einer früheren Frage mitging.</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Attach pictures…</source>
        <translation>Bilder anhängen …</translation>
    </message>
    <message>
        <source>No pictures</source>
        <translation>Keine Bilder</translation>
    </message>
    <message>
        <source>Drop or paste screenshots into the question: here they are seen as the model sees them, cut, covered and marked.</source>
        <translation>Bildschirmfotos in die Frage ziehen oder einfügen: Hier sind sie zu sehen, wie das Modell sie sieht, zugeschnitten, abgedeckt und markiert.</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Model&apos;s eye</source>
        <translation>Modellblick</translation>
    </message>
    <message>
        <source>The very pixels that the model gets; hold Space to compare</source>
        <translation>Genau die Pixel, die das Modell erhält; zum Vergleichen Leertaste halten</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>All of it (0)</source>
        <translation>Ganz zeigen (0)</translation>
    </message>
    <message>
        <source>1:1</source>
        <translation>1:1</translation>
    </message>
    <message>
        <source>Each pixel as it is (1)</source>
        <translation>Jedes Pixel, wie es ist (1)</translation>
    </message>
    <message>
        <source>Actual size</source>
        <translation>Originalgröße</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Attach again</source>
        <translation>Erneut anhängen</translation>
    </message>
    <message>
        <source>Back to the question&apos;s pictures</source>
        <translation>Zurück zu den Bildern der Frage</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>tf::ui::PictureStrip</name>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
</context>
<context>
    <name>tf::ui::PlayerBar</name>
    <message>
        <source>Back; again: faster (J)</source>
        <translation>Rückwärts; erneut: schneller (J)</translation>
    </message>
    <message>
        <source>One frame back (,)</source>
        <translation>Ein Einzelbild zurück (,)</translation>
    </message>
    <message>
        <source>Play (K)</source>
        <translation>Abspielen (K)</translation>
    </message>
    <message>
        <source>One frame on (.)</source>
        <translation>Ein Einzelbild weiter (.)</translation>
    </message>
    <message>
        <source>On; again: faster (L)</source>
        <translation>Vorwärts; erneut: schneller (L)</translation>
    </message>
    <message>
        <source>Play the stretch again and again (R)</source>
        <translation>Den Abschnitt immer wieder abspielen (R)</translation>
    </message>
    <message>
        <source>Send this moment as a picture besides (S)</source>
        <translation>Diesen Moment zusätzlich als Bild senden (S)</translation>
    </message>
    <message>
        <source>Cover a part of the picture (C)</source>
        <translation>Einen Teil des Bildes abdecken (C)</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Minutes and seconds: 2:13; Enter goes there</source>
        <translation>Minuten und Sekunden: 2:13; Eingabe springt hin</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>How fast it plays; J and L, pressed again, double it</source>
        <translation>Wie schnell abgespielt wird; J und L, erneut gedrückt, verdoppeln es</translation>
    </message>
    <message>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
    <message>
        <source>Pause (K)</source>
        <translation>Pause (K)</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>Do not send this frame (P)</source>
        <translation>Dieses Einzelbild nicht senden (P)</translation>
    </message>
    <message>
        <source>Send this frame (P)</source>
        <translation>Dieses Einzelbild senden (P)</translation>
    </message>
</context>
<context>
    <name>tf::ui::PresetLine</name>
    <message>
        <source>Remove the kind of work</source>
        <translation>Art der Arbeit entfernen</translation>
    </message>
    <message>
        <source>Kind of work: %1</source>
        <translation>Art der Arbeit: %1</translation>
    </message>
</context>
<context>
    <name>tf::ui::QueueList</name>
    <message>
        <source>Waiting questions</source>
        <translation>Wartende Fragen</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Jetzt senden</translation>
    </message>
    <message>
        <source>Stops the answer that runs; what came of it stays</source>
        <translation>Hält die laufende Antwort an; was kam, bleibt</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Remove this question</source>
        <translation>Diese Frage entfernen</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Asked before the question above</source>
        <translation>Wird vor der Frage darüber gestellt</translation>
    </message>
</context>
<context>
    <name>tf::ui::ReportCard</name>
    <message>
        <source>Low confidence</source>
        <translation>Geringe Gewissheit</translation>
    </message>
    <message>
        <source>Medium confidence</source>
        <translation>Mittlere Gewissheit</translation>
    </message>
    <message>
        <source>High confidence</source>
        <translation>Hohe Gewissheit</translation>
    </message>
    <message>
        <source>Bug report</source>
        <translation>Fehlerbericht</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>Actual</source>
        <translation>Tatsächlich</translation>
    </message>
    <message>
        <source>First bad frame</source>
        <translation>Erstes fehlerhaftes Einzelbild</translation>
    </message>
    <message>
        <source>Open questions</source>
        <translation>Offene Fragen</translation>
    </message>
    <message>
        <source>Test idea</source>
        <translation>Testidee</translation>
    </message>
    <message>
        <source>Without a title</source>
        <translation>Ohne Titel</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Show this moment of the recording</source>
        <translation>Diesen Moment der Aufnahme zeigen</translation>
    </message>
    <message>
        <source>Suspect files</source>
        <translation>Verdächtige Dateien</translation>
    </message>
    <message>
        <source>Show the file at this line</source>
        <translation>Die Datei an dieser Zeile zeigen</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Als Markdown kopieren</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Export the bug report</source>
        <translation>Fehlerbericht exportieren</translation>
    </message>
    <message>
        <source>As a Markdown file, ready for an issue</source>
        <translation>Als Markdown-Datei, fertig für ein Issue</translation>
    </message>
</context>
<context>
    <name>tf::ui::RepositoryView</name>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>No path holds these words.</source>
        <translation>Kein Pfad enthält diese Wörter.</translation>
    </message>
    <message>
        <source>Left out to fit into %1</source>
        <translation>Weggelassen, um in %1 zu passen</translation>
    </message>
    <message>
        <source>Do not take it along</source>
        <translation>Nicht mitnehmen</translation>
    </message>
    <message>
        <source>Fit…</source>
        <translation>Einpassen …</translation>
    </message>
    <message>
        <source>What to leave out so that it fits</source>
        <translation>Was weggelassen wird, damit es passt</translation>
    </message>
    <message>
        <source>Reading the repository</source>
        <translation>Repository wird gelesen</translation>
    </message>
    <message>
        <source>Find files: words or *.cpp</source>
        <translation>Dateien suchen: Wörter oder *.cpp</translation>
    </message>
    <message>
        <source>Find files</source>
        <translation>Dateien suchen</translation>
    </message>
    <message>
        <source>Words of a path, or a glob</source>
        <translation>Wörter eines Pfades oder ein Glob</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Which files go along: globs, kinds, sizes</source>
        <translation>Welche Dateien mitgehen: Globs, Arten, Größen</translation>
    </message>
    <message>
        <source>%1 taken along</source>
        <translation>%1 mitgenommen</translation>
    </message>
    <message>
        <source>%1 left out</source>
        <translation>%1 weggelassen</translation>
    </message>
    <message>
        <source>Only %1 taken along</source>
        <translation>Nur %1 mitgenommen</translation>
    </message>
    <message>
        <source>%1, %2 %</source>
        <translation>%1, %2 %</translation>
    </message>
    <message>
        <source>reading …</source>
        <translation>wird gelesen …</translation>
    </message>
    <message>
        <source>%1 · %2 tokens</source>
        <translation>%1 · %2 Token</translation>
    </message>
    <message>
        <source>%1 · ≈ %2 tokens</source>
        <translation>%1 · ≈ %2 Token</translation>
    </message>
    <message>
        <source>It cannot go along: %1. Remove it, or drop it once more.</source>
        <translation>Es kann nicht mitgehen: %1. Entfernen oder noch einmal ablegen.</translation>
    </message>
    <message>
        <source>Stop reading it</source>
        <translation>Lesen anhalten</translation>
    </message>
    <message>
        <source>Rules (%1)</source>
        <translation>Regeln (%1)</translation>
    </message>
    <message>
        <source>Into %1 tokens</source>
        <translation>In %1 Token</translation>
    </message>
    <message>
        <source>Into what this engine can read (%1)</source>
        <translation>In das, was diese Engine lesen kann (%1)</translation>
    </message>
</context>
<context>
    <name>tf::ui::RequestPage</name>
    <message>
        <source>%1 · %2 tokens</source>
        <translation>%1 · %2 Token</translation>
    </message>
    <message>
        <source>%1 · ≈ %2 tokens</source>
        <translation>%1 · ≈ %2 Token</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>The request</source>
        <translation>Die Anfrage</translation>
    </message>
    <message>
        <source>Nothing to send yet</source>
        <translation>Noch nichts zu senden</translation>
    </message>
    <message>
        <source>Write a question: what would be sent is shown here to the letter, without its key.</source>
        <translation>Eine Frage schreiben: Was gesendet würde, steht hier Buchstabe für Buchstabe, ohne den Schlüssel.</translation>
    </message>
    <message>
        <source>Putting it together …</source>
        <translation>Wird zusammengestellt …</translation>
    </message>
    <message>
        <source>As it would be sent.</source>
        <translation>So würde sie gesendet.</translation>
    </message>
    <message>
        <source>Which request</source>
        <translation>Welche Anfrage</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>Als curl kopieren</translation>
    </message>
    <message>
        <source>As a command, with $API_KEY where the key belongs</source>
        <translation>Als Befehl, mit $API_KEY, wo der Schlüssel hingehört</translation>
    </message>
    <message>
        <source>The whole request, as it is shown</source>
        <translation>Die ganze Anfrage, wie sie gezeigt wird</translation>
    </message>
    <message>
        <source>The request is copied.</source>
        <translation>Die Anfrage ist kopiert.</translation>
    </message>
    <message>
        <source>The command is copied; put your key for $API_KEY.</source>
        <translation>Der Befehl ist kopiert; für $API_KEY Ihren Schlüssel einsetzen.</translation>
    </message>
    <message>
        <source>What would be sent now</source>
        <translation>Was jetzt gesendet würde</translation>
    </message>
    <message>
        <source>Sent: %1</source>
        <translation>Gesendet: %1</translation>
    </message>
    <message>
        <source>something of it cannot be read</source>
        <translation>etwas davon ist nicht lesbar</translation>
    </message>
    <message>
        <source>It cannot be sent as it is: %1.</source>
        <translation>So lässt sie sich nicht senden: %1.</translation>
    </message>
    <message>
        <source>Stays in this program</source>
        <translation>Bleibt in diesem Programm</translation>
    </message>
    <message>
        <source>POST %1</source>
        <translation>POST %1</translation>
    </message>
</context>
<context>
    <name>tf::ui::RuleChip</name>
    <message>
        <source>Remove the rule %1</source>
        <translation>Regel %1 entfernen</translation>
    </message>
    <message>
        <source>Rule, takes along: %1</source>
        <translation>Regel, nimmt mit: %1</translation>
    </message>
    <message>
        <source>Rule, leaves out: %1</source>
        <translation>Regel, lässt weg: %1</translation>
    </message>
</context>
<context>
    <name>tf::ui::RuleChips</name>
    <message>
        <source>up to %1 KB</source>
        <translation>bis %1 KB</translation>
    </message>
    <message>
        <source>up to %1 MB</source>
        <translation>bis %1 MB</translation>
    </message>
    <message>
        <source>Which files go along</source>
        <translation>Welche Dateien mitgehen</translation>
    </message>
    <message>
        <source>Another rule</source>
        <translation>Weitere Regel</translation>
    </message>
    <message>
        <source>A glob behind + takes along, behind - leaves out; the last that matches holds.</source>
        <translation>Ein Glob hinter + nimmt mit, hinter - lässt weg; der letzte, der passt, gilt.</translation>
    </message>
    <message>
        <source>Add the rule (Enter)</source>
        <translation>Regel hinzufügen (Eingabe)</translation>
    </message>
    <message>
        <source>Largest file that goes along</source>
        <translation>Größte Datei, die mitgeht</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Rule %1 added</source>
        <translation>Regel %1 hinzugefügt</translation>
    </message>
    <message>
        <source>Rule %1 removed</source>
        <translation>Regel %1 entfernt</translation>
    </message>
    <message>
        <source>%1: taken along</source>
        <translation>%1: mitgenommen</translation>
    </message>
    <message>
        <source>%1: left out</source>
        <translation>%1: weggelassen</translation>
    </message>
    <message>
        <source>Files %1</source>
        <translation>Dateien %1</translation>
    </message>
    <message>
        <source>Ignored files</source>
        <translation>Ignorierte Dateien</translation>
    </message>
    <message>
        <source>What .gitignore leaves out</source>
        <translation>Was .gitignore weglässt</translation>
    </message>
    <message>
        <source>Generated code</source>
        <translation>Erzeugter Code</translation>
    </message>
    <message>
        <source>Files that say that a program wrote them</source>
        <translation>Dateien, die sagen, dass ein Programm sie geschrieben hat</translation>
    </message>
    <message>
        <source>Vendored code</source>
        <translation>Fremdcode</translation>
    </message>
    <message>
        <source>node_modules, third_party and the like</source>
        <translation>node_modules, third_party und dergleichen</translation>
    </message>
    <message>
        <source>Lock files</source>
        <translation>Lock-Dateien</translation>
    </message>
    <message>
        <source>package-lock.json and the like</source>
        <translation>package-lock.json und dergleichen</translation>
    </message>
</context>
<context>
    <name>tf::ui::SamplingForm</name>
    <message>
        <source>What is sent of the clip</source>
        <translation>Was vom Clip gesendet wird</translation>
    </message>
    <message>
        <source>At a rate</source>
        <translation>Mit fester Rate</translation>
    </message>
    <message>
        <source>Where something happens</source>
        <translation>Wo etwas geschieht</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Beides</translation>
    </message>
    <message>
        <source>Only what I pick</source>
        <translation>Nur, was ich wähle</translation>
    </message>
    <message>
        <source>A recording of a screen mostly stands still: its moments are where something appears, changes or goes. Frames that look like the one before are left out.</source>
        <translation>Eine Bildschirmaufnahme steht meist still: Ihre Momente sind dort, wo etwas erscheint, sich ändert oder verschwindet. Einzelbilder, die wie das vorige aussehen, bleiben weg.</translation>
    </message>
    <message>
        <source>How large each frame is seen: small print needs more.</source>
        <translation>Wie groß jedes Einzelbild gesehen wird: Kleine Schrift braucht mehr.</translation>
    </message>
    <message>
        <source>As the engine takes it</source>
        <translation>Wie die Engine es annimmt</translation>
    </message>
    <message>
        <source>As a file</source>
        <translation>Als Datei</translation>
    </message>
    <message>
        <source>As pictures of frames</source>
        <translation>Als Bilder der Einzelbilder</translation>
    </message>
    <message>
        <source>A file is sampled by its server; pictures are the frames chosen here, their times in words.</source>
        <translation>Eine Datei tastet ihr Server ab; Bilder sind die hier gewählten Einzelbilder, ihre Zeiten in Worten.</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>Einzelbilder</translation>
    </message>
    <message>
        <source>Per second</source>
        <translation>Je Sekunde</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Detail</translation>
    </message>
    <message>
        <source>Stretch</source>
        <translation>Abschnitt</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>Wie üblich</translation>
    </message>
    <message>
        <source>Everything as it is when nothing is chosen</source>
        <translation>Alles so, wie es ist, wenn nichts gewählt ist</translation>
    </message>
    <message>
        <source>Frames a second</source>
        <translation>Einzelbilder je Sekunde</translation>
    </message>
    <message>
        <source>Frames a second, from one in five seconds to five</source>
        <translation>Einzelbilder je Sekunde, von einem in fünf Sekunden bis fünf</translation>
    </message>
    <message>
        <source>Most frames</source>
        <translation>Höchstzahl Einzelbilder</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>As many frames as are sent at most; all: as there is room for</source>
        <translation>Wie viele Einzelbilder höchstens gesendet werden; alle: so viele, wie Platz finden</translation>
    </message>
    <message>
        <source>Whole clip</source>
        <translation>Ganzer Clip</translation>
    </message>
    <message>
        <source>Drag the handles of the timeline, or press I and O where it shall begin and end</source>
        <translation>Die Griffe der Zeitleiste ziehen oder I und O drücken, wo er beginnen und enden soll</translation>
    </message>
    <message>
        <source>the whole clip</source>
        <translation>der ganze Clip</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Gering</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>Üblich</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>%1, ≈ %2 tokens</source>
        <translation>%1, ≈ %2 Token</translation>
    </message>
</context>
<context>
    <name>tf::ui::SavePanel</name>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Is there already, the same</source>
        <translation>Schon da, die gleiche</translation>
    </message>
    <message>
        <source>Same</source>
        <translation>Gleich</translation>
    </message>
    <message>
        <source>Another one is there</source>
        <translation>Eine andere ist da</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Cannot be saved</source>
        <translation>Lässt sich nicht speichern</translation>
    </message>
    <message>
        <source>Save to folder…</source>
        <translation>In Ordner speichern …</translation>
    </message>
    <message>
        <source>Save the files</source>
        <translation>Dateien speichern</translation>
    </message>
    <message>
        <source>Shows first what would happen. Nothing is applied to anything that runs.</source>
        <translation>Zeigt zuerst, was geschehen würde. Auf nichts, was läuft, wird etwas angewendet.</translation>
    </message>
    <message>
        <source>Do not save</source>
        <translation>Nicht speichern</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Puts back what was there before, unless somebody has changed it since</source>
        <translation>Stellt wieder her, was vorher da war, wenn es seither niemand geändert hat</translation>
    </message>
    <message>
        <source>Save the files into a folder</source>
        <translation>Die Dateien in einen Ordner speichern</translation>
    </message>
    <message>
        <source>Into %1</source>
        <translation>In %1</translation>
    </message>
    <message numerus="yes">
        <source>Replace the %n file(s) that are there</source>
        <translation>
            <numerusform>%n vorhandene Datei ersetzen</numerusform>
            <numerusform>%n vorhandene Dateien ersetzen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Save %n file(s)</source>
        <translation>
            <numerusform>%n Datei speichern</numerusform>
            <numerusform>%n Dateien speichern</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) saved into %1.</source>
        <translation>
            <numerusform>%n Datei in %1 gespeichert.</numerusform>
            <numerusform>%n Dateien in %1 gespeichert.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tf::ui::SessionPage</name>
    <message>
        <source>There is nothing in it that can go along with a question.</source>
        <translation>Darin ist nichts, was mit einer Frage mitgehen kann.</translation>
    </message>
    <message>
        <source>There is no code in this conversation to copy.</source>
        <translation>In dieser Unterhaltung gibt es keinen Code zu kopieren.</translation>
    </message>
    <message>
        <source>Save code as</source>
        <translation>Code speichern unter</translation>
    </message>
    <message>
        <source>The code could not be saved to %1.</source>
        <translation>Der Code konnte nicht in %1 gespeichert werden.</translation>
    </message>
</context>
<context>
    <name>tf::ui::SessionsPane</name>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>Hide sessions (Ctrl+B)</source>
        <translation>Sitzungen ausblenden (Strg+B)</translation>
    </message>
    <message>
        <source>No sessions yet</source>
        <translation>Noch keine Sitzungen</translation>
    </message>
    <message>
        <source>A session keeps what you dropped, what you asked and what was answered.</source>
        <translation>Eine Sitzung bewahrt auf, was abgelegt, gefragt und geantwortet wurde.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>Search all sessions</source>
        <translation>Alle Sitzungen durchsuchen</translation>
    </message>
    <message>
        <source>New session (Ctrl+N)</source>
        <translation>Neue Sitzung (Strg+N)</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren …</translation>
    </message>
    <message>
        <source>Move to &amp;Trash</source>
        <translation>In den &amp;Papierkorb</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>New session</source>
        <translation>Neue Sitzung</translation>
    </message>
    <message>
        <source>“%1” is in the trash for 30 days</source>
        <translation>„%1“ liegt 30 Tage im Papierkorb</translation>
    </message>
    <message numerus="yes">
        <source>%n sessions are in the trash for 30 days</source>
        <translation>
            <numerusform>%n Sitzung liegt 30 Tage im Papierkorb</numerusform>
            <numerusform>%n Sitzungen liegen 30 Tage im Papierkorb</numerusform>
        </translation>
    </message>
    <message>
        <source>No question or answer contains all these words.</source>
        <translation>Keine Frage oder Antwort enthält alle diese Wörter.</translation>
    </message>
</context>
<context>
    <name>tf::ui::SetupForm</name>
    <message>
        <source>Takes effect when the model is loaded again.</source>
        <translation>Gilt, sobald das Modell neu geladen wird.</translation>
    </message>
    <message>
        <source>How the model is loaded</source>
        <translation>Wie das Modell geladen wird</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 Token</translation>
    </message>
    <message>
        <source>For all questions and answers together, at most what the model takes; longer takes more memory.</source>
        <translation>Für alle Fragen und Antworten zusammen, höchstens so viel, wie das Modell annimmt; länger belegt mehr Speicher.</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>adaptive</source>
        <translation>adaptiv</translation>
    </message>
    <message>
        <source>on</source>
        <translation>ein</translation>
    </message>
    <message>
        <source>How new sessions begin; each question may say otherwise.</source>
        <translation>Womit neue Sitzungen beginnen; jede Frage kann es anders festlegen.</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Kontext</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>Denken</translation>
    </message>
</context>
<context>
    <name>tf::ui::SignRow</name>
    <message>
        <source>Passed</source>
        <translation>Bestanden</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Not run</source>
        <translation>Nicht gelaufen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>tf::ui::SizeChoice</name>
    <message>
        <source>How large it is sent</source>
        <translation>Wie groß es gesendet wird</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Gering</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Legible tiles</source>
        <translation>Lesbare Kacheln</translation>
    </message>
    <message>
        <source>%1: %2 parts · %3 tokens</source>
        <translation>%1: %2 Teile · %3 Token</translation>
    </message>
    <message>
        <source>%1: %2 · %3 tokens</source>
        <translation>%1: %2 · %3 Token</translation>
    </message>
    <message>
        <source>%1: not here</source>
        <translation>%1: hier nicht</translation>
    </message>
    <message>
        <source>%1, small text may be lost</source>
        <translation>%1, kleine Schrift leidet</translation>
    </message>
    <message>
        <source>The model sees %1 pixels</source>
        <translation>Das Modell sieht %1 Pixel</translation>
    </message>
</context>
<context>
    <name>tf::ui::SpeedLine</name>
    <message>
        <source>not loaded</source>
        <translation>nicht geladen</translation>
    </message>
    <message>
        <source>loading %1 %</source>
        <translation>lädt, %1 %</translation>
    </message>
    <message>
        <source>loading</source>
        <translation>lädt</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>bereit</translation>
    </message>
    <message>
        <source>loading failed</source>
        <translation>Laden fehlgeschlagen</translation>
    </message>
    <message>
        <source>no engine</source>
        <translation>keine Engine</translation>
    </message>
    <message>
        <source>cannot be asked</source>
        <translation>kann nicht gefragt werden</translation>
    </message>
    <message>
        <source>answering</source>
        <translation>antwortet</translation>
    </message>
    <message>
        <source>Engine: %1</source>
        <translation>Engine: %1</translation>
    </message>
</context>
<context>
    <name>tf::ui::SpeedPlot</name>
    <message>
        <source>One answer, %1 tokens a second</source>
        <translation>Eine Antwort, %1 Token je Sekunde</translation>
    </message>
    <message>
        <source>%1 answers, %2 to %3 tokens a second, the last one %4</source>
        <translation>%1 Antworten, %2 bis %3 Token je Sekunde, die letzte %4</translation>
    </message>
    <message>
        <source>Tokens a second, ten minutes</source>
        <translation>Token je Sekunde, zehn Minuten</translation>
    </message>
    <message>
        <source>Nothing is known of the last ten minutes.</source>
        <translation>Aus den letzten zehn Minuten ist nichts bekannt.</translation>
    </message>
    <message>
        <source>One answer, its first word after %1</source>
        <translation>Eine Antwort, ihr erstes Wort nach %1</translation>
    </message>
    <message>
        <source>%1 answers, first words after %2 to %3, the last after %4</source>
        <translation>%1 Antworten, erstes Wort nach %2 bis %3, zuletzt nach %4</translation>
    </message>
    <message>
        <source>%1 tok/s</source>
        <translation>%1 Tok./s</translation>
    </message>
    <message>
        <source>first word %1</source>
        <translation>erstes Wort %1</translation>
    </message>
    <message>
        <source>Time to the first word, ten minutes</source>
        <translation>Zeit bis zum ersten Wort, zehn Minuten</translation>
    </message>
    <message>
        <source>Answer, tok/s</source>
        <translation>Antwort, Tok./s</translation>
    </message>
    <message>
        <source>Time to the first word</source>
        <translation>Zeit bis zum ersten Wort</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
</context>
<context>
    <name>tf::ui::SpeedTable</name>
    <message>
        <source>Last answers</source>
        <translation>Letzte Antworten</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>First
word</source>
        <translation>Erstes
Wort</translation>
    </message>
    <message>
        <source>Answer
tok/s</source>
        <translation>Antwort
Tok./s</translation>
    </message>
    <message>
        <source>Prompt
tok</source>
        <translation>Prompt
Tok.</translation>
    </message>
    <message>
        <source>From
cache</source>
        <translation>Aus dem
Cache</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>The engine did not say, or it came too fast to be measured.</source>
        <translation>Die Engine sagte es nicht, oder es kam zu schnell, um es zu messen.</translation>
    </message>
    <message>
        <source>Read
tok/s</source>
        <translation>Gelesen
Tok./s</translation>
    </message>
</context>
<context>
    <name>tf::ui::StripWords</name>
    <message>
        <source>left out</source>
        <translation>weggelassen</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>nicht gesendet</translation>
    </message>
    <message>
        <source>at the rate</source>
        <translation>nach Rate</translation>
    </message>
    <message>
        <source>%1 % changed</source>
        <translation>%1 % geändert</translation>
    </message>
    <message>
        <source>picked</source>
        <translation>gewählt</translation>
    </message>
    <message>
        <source>the last one</source>
        <translation>das letzte</translation>
    </message>
    <message>
        <source>%1, sent: %2, %3 tokens</source>
        <translation>%1, gesendet: %2, %3 Token</translation>
    </message>
</context>
<context>
    <name>tf::ui::TestReport</name>
    <message>
        <source>Finding the host</source>
        <translation>Host wird gesucht</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Verbindung wird aufgebaut</translation>
    </message>
    <message>
        <source>Agreeing on encryption</source>
        <translation>Verschlüsselung wird vereinbart</translation>
    </message>
    <message>
        <source>Asking for the list of models</source>
        <translation>Liste der Modelle wird erfragt</translation>
    </message>
    <message>
        <source>The endpoint answers</source>
        <translation>Der Endpunkt antwortet</translation>
    </message>
    <message>
        <source>unnamed</source>
        <translation>ohne Namen</translation>
    </message>
    <message>
        <source>%1 models: %2, …</source>
        <translation>%1 Modelle: %2, …</translation>
    </message>
    <message>
        <source>Models: %1</source>
        <translation>Modelle: %1</translation>
    </message>
    <message>
        <source>none listed</source>
        <translation>keine genannt</translation>
    </message>
    <message>
        <source>%1, after %2 ms</source>
        <translation>%1, nach %2 ms</translation>
    </message>
    <message>
        <source>Result of the test</source>
        <translation>Ergebnis des Tests</translation>
    </message>
    <message>
        <source>%1, issued by %2, valid until %3</source>
        <translation>%1, ausgestellt von %2, gültig bis %3</translation>
    </message>
    <message>
        <source>SHA-256 %1…</source>
        <translation>SHA-256 %1 …</translation>
    </message>
</context>
<context>
    <name>tf::ui::ThingRow</name>
    <message>
        <source>cannot go along</source>
        <translation>kann nicht mitgehen</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 Token</translation>
    </message>
</context>
<context>
    <name>tf::ui::ThingRows</name>
    <message>
        <source>Goes along, too</source>
        <translation>Geht auch mit</translation>
    </message>
</context>
<context>
    <name>tf::ui::ThinkingSwitch</name>
    <message>
        <source>Thinking</source>
        <translation>Denken</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>adaptive</source>
        <translation>adaptiv</translation>
    </message>
    <message>
        <source>on</source>
        <translation>ein</translation>
    </message>
    <message>
        <source>Thinking %1</source>
        <translation>Denken %1</translation>
    </message>
    <message>
        <source>Sent as %1</source>
        <translation>Gesendet als %1</translation>
    </message>
</context>
<context>
    <name>tf::ui::Timeline</name>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>%1 frames are sent; answers cite %2 moments, %3 of them with a frame</source>
        <translation>%1 Einzelbilder werden gesendet; Antworten nennen %2 Momente, %3 davon mit einem Einzelbild</translation>
    </message>
    <message>
        <source>%1: an answer cites it, and a frame of it was sent</source>
        <translation>%1: von einer Antwort genannt, und ein Einzelbild davon wurde gesendet</translation>
    </message>
    <message>
        <source>%1: an answer cites it, and no frame was sent there</source>
        <translation>%1: von einer Antwort genannt, und kein Einzelbild wurde dort gesendet</translation>
    </message>
    <message>
        <source>%1: this frame is sent</source>
        <translation>%1: Dieses Einzelbild wird gesendet</translation>
    </message>
    <message>
        <source>%1: something happens on the screen</source>
        <translation>%1: Auf dem Bildschirm geschieht etwas</translation>
    </message>
</context>
<context>
    <name>tf::ui::ToolRow</name>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Undo the last change</source>
        <translation>Letzte Änderung rückgängig machen</translation>
    </message>
    <message>
        <source>Do it once more</source>
        <translation>Wiederholen</translation>
    </message>
</context>
<context>
    <name>tf::ui::TranscriptView</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Als Markdown kopieren</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Zitieren</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <translation>%1 — %2</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Unterhaltung</translation>
    </message>
</context>
<context>
    <name>tf::ui::TurnEditor</name>
    <message>
        <source>Change this question and ask again. The earlier one and its answer stay beside it.</source>
        <translation>Diese Frage ändern und erneut stellen. Die frühere bleibt samt Antwort daneben stehen.</translation>
    </message>
    <message>
        <source>Changed question</source>
        <translation>Geänderte Frage</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Erneut fragen</translation>
    </message>
</context>
<context>
    <name>tf::ui::TurnMap</name>
    <message>
        <source>Branches</source>
        <translation>Zweige</translation>
    </message>
    <message>
        <source>The turns of this conversation as a tree</source>
        <translation>Die Runden dieser Unterhaltung als Baum</translation>
    </message>
</context>
<context>
    <name>tf::ui::UndoLine</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>tf::ui::WorksPage</name>
    <message>
        <source>Files of the answers</source>
        <translation>Dateien der Antworten</translation>
    </message>
    <message>
        <source>What is it about?…</source>
        <translation>Worum geht es? …</translation>
    </message>
    <message>
        <source>Choose a kind of work: a diagram to Terraform, a recording to a report</source>
        <translation>Eine Art der Arbeit wählen: vom Diagramm zu Terraform, von der Aufnahme zum Bericht</translation>
    </message>
    <message>
        <source>No files yet</source>
        <translation>Noch keine Dateien</translation>
    </message>
    <message>
        <source>When an answer holds files, the graph of a diagram or a bug report, they stand here to be looked at, checked and saved.</source>
        <translation>Enthält eine Antwort Dateien, den Graphen eines Diagramms oder einen Fehlerbericht, stehen sie hier zum Ansehen, Prüfen und Speichern.</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Fassung</translation>
    </message>
    <message>
        <source>Which answer&apos;s version is shown; the newest is checked and saved</source>
        <translation>Aus welcher Antwort die Fassung ist; geprüft und gespeichert wird die neueste</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>What is joined</source>
        <translation>Was verbunden ist</translation>
    </message>
    <message>
        <source>Read from the diagram</source>
        <translation>Aus dem Diagramm gelesen</translation>
    </message>
    <message>
        <source>Open questions:
%1</source>
        <translation>Offene Fragen:
%1</translation>
    </message>
    <message>
        <source>Answer %1</source>
        <translation>Antwort %1</translation>
    </message>
    <message>
        <source>%1, newest</source>
        <translation>%1, neueste</translation>
    </message>
</context>
</TS>
