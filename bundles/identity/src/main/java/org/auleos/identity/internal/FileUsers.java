package org.auleos.identity.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.auleos.api.identity.Role;
import org.auleos.api.identity.User;
import org.auleos.api.identity.Users;
import org.auleos.api.ledger.Draft;
import org.auleos.api.ledger.Ledger;
import org.auleos.api.ledger.Provenance;
import org.auleos.identity.internal.UsersFile.Content;
import org.auleos.json.Family;

/**
 * People in a file. Changes go under one lock: first the ledger, durably, then the file, then the SSH server's copy, so that
 * nobody has access that is not recorded. Looking up takes no lock.
 */
final class FileUsers implements Users {

    private static final Family<IdentityEvent> EVENTS = Family.of(IdentityEvent.class);
    private static final Duration RECORD_LIMIT = Duration.ofSeconds(30);

    private final ReentrantLock changes = new ReentrantLock();
    private final Home home;
    private final Secrets secrets;
    private final Ledger ledger;
    private volatile Content content;

    /** Opens the users of a home directory; at the first start makes its owner. */
    FileUsers(Home home, Secrets secrets, Ledger ledger) {
        this.home = home;
        this.secrets = secrets;
        this.ledger = ledger;
        this.content = home.users().read().orElseGet(() -> new Content(1, home.ownerName(), List.of()));
        if (content.users().isEmpty()) {
            home.keepOwner(create(content.owner(), Role.ADMIN, Provenance.KERNEL));
        } else if (!home.hasOwnerSecrets() && find(content.owner()).isPresent()) {
            renewOwner();
        } else {
            home.shellKeys().write(content.users());
        }
    }

    @Override
    public Optional<User> byToken(String token) {
        byte[] wanted = Secrets.hash(token).getBytes(StandardCharsets.US_ASCII);
        User found = null;
        for (Account account : content.users()) {
            if (MessageDigest.isEqual(wanted, account.tokenSha256().getBytes(StandardCharsets.US_ASCII))) {
                found = account.user();
            }
        }
        return Optional.ofNullable(found);
    }

    @Override
    public Optional<User> byName(String name) {
        return find(name).map(Account::user);
    }

    @Override
    public List<User> list() {
        return content.users().stream().map(Account::user).toList();
    }

    @Override
    public Credentials add(String name, Role role, Provenance by) {
        Account.requireName(name);
        Secrets.Minted minted = create(name, role, by);
        return new Credentials(new User(name, role), minted.token(), minted.sshPrivateKey());
    }

    @Override
    public boolean remove(String name, Provenance by) {
        changes.lock();
        try {
            Optional<Account> leaving = find(name);
            leaving.ifPresent(account -> {
                requireAnotherAdmin(account);
                record(new IdentityEvent.Removed(name), by);
                List<Account> others = without(name);
                save(others);
            });
            return leaving.isPresent();
        } finally {
            changes.unlock();
        }
    }

    private Secrets.Minted create(String name, Role role, Provenance by) {
        changes.lock();
        try {
            if (find(name).isPresent()) {
                throw new IllegalArgumentException(
                        "user \"" + name + "\" exists already; choose another name or remove that one first");
            }
            Secrets.Minted minted = secrets.mint();
            record(new IdentityEvent.Added(name, role), by);
            save(with(account(name, role, minted)));
            return minted;
        } finally {
            changes.unlock();
        }
    }

    /** Whoever can delete files of the home owns it, so a lost token or key may simply be made anew. */
    private void renewOwner() {
        changes.lock();
        try {
            String name = content.owner();
            Role role = find(name).orElseThrow().role();
            Secrets.Minted minted = secrets.mint();
            record(new IdentityEvent.Renewed(name), Provenance.KERNEL);
            save(with(account(name, role, minted)));
            home.keepOwner(minted);
        } finally {
            changes.unlock();
        }
    }

    private static Account account(String name, Role role, Secrets.Minted minted) {
        return new Account(name, role, Secrets.hash(minted.token()), minted.sshPublicKey());
    }

    private void requireAnotherAdmin(Account leaving) {
        boolean another = without(leaving.name()).stream().anyMatch(account -> account.role() == Role.ADMIN);
        if (leaving.role() == Role.ADMIN && !another) {
            throw new IllegalArgumentException(
                    "\"" + leaving.name() + "\" is the only admin; add another admin before removing this one");
        }
    }

    private void record(IdentityEvent event, Provenance by) {
        Draft draft = new Draft(EVENTS.name(event), EVENTS.version(event), by, "", EVENTS.write(event));
        try {
            ledger.append(draft).await(RECORD_LIMIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(
                    "interrupted while recording " + EVENTS.name(event) + "; look before retrying");
        }
    }

    private void save(List<Account> accounts) {
        Content next = new Content(1, content.owner(), accounts);
        home.users().write(next);
        home.shellKeys().write(accounts);
        content = next;
    }

    private Optional<Account> find(String name) {
        return content.users().stream()
                .filter(account -> account.name().equals(name))
                .findFirst();
    }

    private List<Account> without(String name) {
        return content.users().stream()
                .filter(account -> !account.name().equals(name))
                .toList();
    }

    private List<Account> with(Account account) {
        List<Account> all = new ArrayList<>(without(account.name()));
        all.add(account);
        all.sort(Comparator.comparing(Account::name));
        return all;
    }
}
